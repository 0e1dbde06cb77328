/** Days and times of libraries in words: `2026-11-22` and `09:00` as readers say them. What is no day stays the text that it is. */
import type { InterfaceLanguage } from '@shuxiang/vocabulary'

const weekdays = {
  'zh-CN': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
]

interface Day {
  readonly year: number
  readonly month: number
  readonly date: number
  /** Sunday is 0. */
  readonly weekday: number
}

function dayOf(text: string): Day | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  const time = found ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (!found || Number.isNaN(time)) return null
  const [year, month, date] = [found[1], found[2], found[3]].map(Number)
  if (year === undefined || month === undefined || date === undefined) return null
  return { year, month, date, weekday: new Date(time).getUTCDay() }
}

/** `11 月 22 日`, `22 November`; with the year where it is not that of `today`. */
export function dayWords(text: string, today: string, locale: InterfaceLanguage): string {
  const day = dayOf(text)
  if (!day) return text
  const other = day.year !== dayOf(today)?.year
  if (locale === 'en') return `${day.date} ${months[day.month - 1] ?? ''}${other ? ` ${day.year}` : ''}`
  return `${other ? `${day.year} 年 ` : ''}${day.month} 月 ${day.date} 日`
}

/** `星期日`, `Sunday`; nothing for what is no day. */
export function weekdayWords(text: string, locale: InterfaceLanguage): string {
  const day = dayOf(text)
  return day ? (weekdays[locale][day.weekday] ?? '') : ''
}

/** One day, or the first and the last of several. */
export function daysWords(from: string, until: string, today: string, locale: InterfaceLanguage): string {
  const first = dayWords(from, today, locale)
  if (from === until) return first
  const last = dayWords(until, today, locale)
  return locale === 'en' ? `${first} – ${last}` : `${first}—${last}`
}

/** `09:00` as `9:00`. */
export function clockWords(time: string): string {
  return time.replace(/^0(?=\d:)/, '')
}

/** Times of one day; null when there are none. */
export function spansWords(
  spans: readonly { readonly opens: string; readonly closes: string }[],
  locale: InterfaceLanguage,
): string | null {
  if (spans.length === 0) return null
  return spans
    .map(({ opens, closes }) =>
      opens === '00:00' && closes === '24:00'
        ? { 'zh-CN': '全天', en: 'all day' }[locale]
        : `${clockWords(opens)}–${clockWords(closes)}`,
    )
    .join(locale === 'en' ? ', ' : '，')
}

/** A day and a time as `2026-12-05T14:00`: its day, and its time in words. */
export function momentOf(text: string): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = text.split('T')
  return { day, time: clockWords(time) }
}

/** Whether a text is a day and a time that machines can be told. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && dayOf(text.slice(0, 10)) !== null
}
