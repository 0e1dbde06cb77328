// National holidays and make-up days: as the State Council announced them, and for later years only what the law fixes.
// Source: package `chinese-days`, which keeps the yearly announcements since 2004; the law is 全国年节及纪念日放假办法 of 2024, article 2.
import chineseDays from 'chinese-days'
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { dayPlus } from './day.ts'

/** What the nation does on a day. `name` by language (BCP 47). */
export interface NationalDay {
  readonly kind: 'holiday' | 'make-up day'
  readonly name: Readonly<Record<string, string>>
}

const years = Object.keys(announced.holidays).map((day) => Number(day.slice(0, 4)))
const lastYear = Math.max(...years)

/** The last day for which holidays and make-up days are announced; later only holidays that the law fixes are known. */
export const announcedUntil = `${lastYear}-12-31`

const holidays = new Map(Object.entries<string>(announced.holidays))
const makeUpDays = new Map(Object.entries<string>(announced.workdays))

/** Null on every other day; also on make-up days that nobody has announced yet. */
export function nationalDay(day: string): NationalDay | null {
  if (day > announcedUntil) {
    const name = byLaw(Number(day.slice(0, 4))).get(day)
    return name ? { kind: 'holiday', name } : null
  }
  const holiday = holidays.get(day)
  if (holiday !== undefined) return { kind: 'holiday', name: namesOf(holiday) }
  const makeUp = makeUpDays.get(day)
  return makeUp === undefined ? null : { kind: 'make-up day', name: namesOf(makeUp) }
}

/** `National Day,国庆节,3` of the package. */
function namesOf(text: string): NationalDay['name'] {
  const [en = '', zh = ''] = text.split(',')
  return { 'zh-CN': zh, en }
}

const names = {
  newYear: { 'zh-CN': '元旦', en: 'New Year’s Day' },
  spring: { 'zh-CN': '春节', en: 'Spring Festival' },
  qingming: { 'zh-CN': '清明', en: 'Tomb-sweeping Day' },
  labour: { 'zh-CN': '劳动节', en: 'Labour Day' },
  dragonBoat: { 'zh-CN': '端午', en: 'Dragon Boat Festival' },
  midAutumn: { 'zh-CN': '中秋', en: 'Mid-autumn Festival' },
  national: { 'zh-CN': '国庆节', en: 'National Day' },
} as const

const ofYears = new Map<number, ReadonlyMap<string, NationalDay['name']>>()

/** The thirteen days that are holidays in every year, without those that are moved beside them. */
function byLaw(year: number): ReadonlyMap<string, NationalDay['name']> {
  const known = ofYears.get(year)
  if (known) return known
  const found = new Map<string, NationalDay['name']>([
    [`${year}-01-01`, names.newYear],
    [qingming(year), names.qingming],
    [`${year}-05-01`, names.labour],
    [`${year}-05-02`, names.labour],
    [`${year}-10-01`, names.national],
    [`${year}-10-02`, names.national],
    [`${year}-10-03`, names.national],
  ])
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = dayPlus(day, 1)) {
    const date = lunarDate(day)
    // The last evening of the old year and the first three days of the new.
    if (date === '1-1') for (const after of [-1, 0, 1, 2]) found.set(dayPlus(day, after), names.spring)
    if (date === '5-5') found.set(day, names.dragonBoat)
    if (date === '8-15') found.set(day, names.midAutumn)
  }
  ofYears.set(year, found)
  return found
}

/**
 * `month-day`, by the package's table: that of ICU puts the Spring Festival of 2027 a day late. A leap month has no holiday.
 */
function lunarDate(day: string): string {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day)
  return isLeap ? '' : `${lunarMon}-${lunarDay}`
}

/** The solar term in the years 2001 to 2099, by its usual formula. */
function qingming(year: number): string {
  const ofCentury = year % 100
  const date = Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4)
  return `${year}-04-0${date}`
}
