// Fields of an authority record, for a person or an organisation. Source: https://www.loc.gov/marc/authority/
import { dateOf, statedDate, type MarcField } from '@shuxiang/record'
import type { Cited } from '../cited.ts'
import type { Work } from '../work.ts'

/**
 * Field 008 behind the day of entry, 34 characters: not subdivided, not romanised, by rules of its own; a whole heading
 * that may be used for agents and subjects, of one person where it is one.
 */
export function authorityFixed(describes: 'person' | 'organisation'): string {
  return `nn|azznnaabn${' '.repeat(10)}|n a${describes === 'person' ? 'a' : 'n'}a${' '.repeat(5)}d`
}

export function authorityFields(cited: Cited, describes: 'person' | 'organisation', work: Work): MarcField[] {
  const { record } = cited
  const own = work.details.marc ?? []
  const [tag, indicators] = describes === 'person' ? (['00', '1 '] as const) : (['10', '2 '] as const)
  const told = new Set(own.filter(([of]) => of === `4${tag}`).map(([, , subfield]) => subfield?.[1]))
  return [
    ...record.identifiers.map(({ scheme, value }): MarcField => ['024', '7 ', ['a', value], ['2', scheme]]),
    [`1${tag}`, indicators, ['a', record.title], ['d', describes === 'person' ? lifeOf(cited) : '']],
    ...record.places.map(({ label }): MarcField => ['370', '  ', ['f', label]]),
    ...record.alternativeTitles
      .filter((title) => !told.has(title))
      .map((title): MarcField => [`4${tag}`, indicators, ['a', title]]),
    ['670', '  ', ['a', record.source.name], ['u', record.source.url]],
    ['678', '0 ', ['a', record.abstract ?? '']],
    ...(work.url ? [['856', '40', ['u', work.url]] satisfies MarcField] : []),
    ...own,
  ]
}

/** Years of birth and death, as headings have them: 701-762. */
function lifeOf({ record }: Cited): string {
  const year = (edtf: string | undefined): string => {
    const date = edtf === undefined ? null : statedDate(edtf)
    const stated = (date?.from ?? date?.to)?.year
    return stated === undefined ? '' : stated < 0 ? `公元前${-stated}` : String(stated)
  }
  const [born, died] = [year(dateOf(record, 'born')), year(dateOf(record, 'died'))]
  return born || died ? `${born}-${died}` : ''
}
