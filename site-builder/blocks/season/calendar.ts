/** Which day it is in the Chinese calendar: a festival that is at hand, else the solar term. Pure. */
import type { Words } from '@shuxiang/vocabulary'
import chineseDays from 'chinese-days'
import { festivals, newYearsEve, terms, type Occasion } from './occasions.ts'

export interface Season {
  readonly occasion: Occasion
  /** When it is: today, in some days, or since some days. */
  readonly when: Words
  /** The day of the Chinese calendar: 十月二十, day 20 of the 10th month. */
  readonly lunar: Words
}

const day = 86_400_000
/** A festival is told of so many days before. */
const before = 3

const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

function festivalOn(date: string): Occasion | null {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(date)
  const found = festivals.find((one) => one.month === lunarMon && one.day === lunarDay && !isLeap)
  if (found) return found
  const next = chineseDays.getLunarDate(dateOf(Date.parse(`${date}T00:00:00Z`) + day))
  return next.lunarMon === 1 && next.lunarDay === 1 && !next.isLeap ? newYearsEve : null
}

function inDays(n: number): Words {
  if (n === 0) return { 'zh-CN': '今天', en: 'today' }
  return n === 1 ? { 'zh-CN': '明天', en: 'tomorrow' } : { 'zh-CN': `${n} 天后`, en: `in ${n} days` }
}

function lunarWords(date: string): Words {
  const { lunarMon, lunarMonCN, lunarDay, lunarDayCN, isLeap } = chineseDays.getLunarDate(date)
  const month = isLeap && !lunarMonCN.startsWith('闰') ? `闰${lunarMonCN}` : lunarMonCN
  const leap = isLeap ? 'leap month' : 'month'
  return {
    'zh-CN': `农历${month}${lunarDayCN}`,
    en: `day ${lunarDay} of ${leap} ${lunarMon} in the Chinese calendar`,
  }
}

/** Of a day `YYYY-MM-DD` in China; null for what is no day, and for years that the calendar does not know (1901 to 2099). */
export function seasonOf(date: string): Season | null {
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time) || time < Date.UTC(1902, 0, 1) || time >= Date.UTC(2099, 0, 1)) return null
  const lunar = lunarWords(date)
  for (let n = 0; n <= before; n++) {
    const occasion = festivalOn(dateOf(time + n * day))
    if (occasion) return { occasion, when: inDays(n), lunar }
  }
  // From the first of a month: chinese-days 1.5.7 skips months of ranges that begin on a later day than they end.
  const begun = chineseDays
    .getSolarTerms(`${dateOf(time - 17 * day).slice(0, 8)}01`, date)
    .toSorted((one, other) => one.date.localeCompare(other.date))
    .at(-1)
  const occasion = begun && terms.get(begun.name)
  if (!begun || !occasion) return null
  const since = Math.round((time - Date.parse(`${begun.date}T00:00:00Z`)) / day)
  const when = since === 0 ? inDays(0) : { 'zh-CN': `第 ${since + 1} 天`, en: `day ${since + 1}` }
  return { occasion, when, lunar }
}
