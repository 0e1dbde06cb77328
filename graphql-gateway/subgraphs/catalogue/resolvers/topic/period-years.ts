// Years of a period in words.
import {
  entryOf,
  furtherPeriods,
  periods,
  type InterfaceLanguage,
  type PeriodEntry,
} from '@shuxiang/vocabulary'

type Years = PeriodEntry['years']

/** Null for what is no period of the vocabulary. */
export function yearsOfPeriod(facet: string, value: string): Years | null {
  if (facet !== 'period') return null
  return (entryOf<PeriodEntry>(periods, value) ?? entryOf(furtherPeriods, value))?.years ?? null
}

/** `618–907年`, `2070 BCE–221 BCE`. */
export function spanWords({ from, to }: Years, language: InterfaceLanguage): string {
  const one = (year: number): string =>
    language === 'en'
      ? `${Math.abs(year)}${year < 0 ? ' BCE' : ''}`
      : `${year < 0 ? '前' : ''}${Math.abs(year)}`
  return language === 'en' ? `${one(from)}–${one(to)}` : `${one(from)}–${one(to)}年`
}
