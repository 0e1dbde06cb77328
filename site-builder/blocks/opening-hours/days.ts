/** One place: today in a line that is true all day, and the days that follow. */
import { html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import type { BlockContext } from '../contract.ts'
import { clockWords, dayWords, spansWords, weekdayWords } from '../days.ts'
import type { LibraryHoursData } from '../operations.generated.ts'
import { said } from '../said.ts'

export type Hours = NonNullable<NonNullable<LibraryHoursData['here']>['hours']>
type Day = Hours['days'][number]
type Opening = Day['places'][number]

const say = {
  'zh-CN': {
    today: '今天',
    closed: '闭馆',
    next: (day: string, time: string) => `下次开放：${day} ${time}`,
    makeUp: '调休上班日',
    day: '日期',
    times: '开放时间',
  },
  en: {
    today: 'Today',
    closed: 'Closed',
    next: (day: string, time: string) => `Opens next: ${day}, ${time}`,
    makeUp: 'working day in place of another',
    day: 'Day',
    times: 'Open',
  },
} as const

/** `11 月 22 日 星期日`, `Sunday 22 November`. */
function fullDay(date: string, { today, locale }: BlockContext): string {
  const [day, weekday] = [dayWords(date, today, locale), weekdayWords(date, locale)]
  return locale === 'en' ? `${weekday} ${day}`.trim() : `${day} ${weekday}`.trim()
}

const closedOr = ({ spans }: Opening, { locale }: BlockContext): string =>
  spansWords(spans, locale) ?? say[locale].closed

/** Why a day is not as its weekday usually is. */
function why({ holiday, isMakeUpDay }: Day, { source, reason }: Opening, context: BlockContext): Html | null {
  if (source === 'EXCEPTION') return said(reason, context)
  if (holiday.length > 0) return said(holiday, context)
  return isMakeUpDay ? html`${say[context.locale].makeUp}` : null
}

/** Today's times; when it is closed, when it opens next. */
export function todayLine(day: Day, opening: Opening, context: BlockContext): Html {
  const { today, locale } = context
  const reason = why(day, opening, context)
  const { next } = opening
  return html`<p class="today">
    <time datetime="${day.date}">${say[locale].today}</time>
    <strong>${closedOr(opening, context)}</strong>
    ${reason && html`<span class="m">${reason}</span>`}
    ${next && html`<span class="m">${say[locale].next(dayWords(next.date, today, locale), clockWords(next.opens))}</span>`}
  </p>`
}

/** A row for each day. `place` is the place's number. */
export function daysTable(days: readonly Day[], place: number, context: BlockContext): Html {
  const rows = days.flatMap((day) => {
    const opening = day.places[place]
    if (!opening) return []
    const reason = why(day, opening, context)
    const isToday = day.date === context.today
    return [
      html`<tr ${isToday && html`class="now"`}>
        <th scope="row"><time datetime="${day.date}">${fullDay(day.date, context)}</time></th>
        <td>${closedOr(opening, context)} ${reason && html`<span class="m">${reason}</span>`}</td>
      </tr>`,
    ]
  })
  return html`<table class="days">
    <thead>
      <tr>
        <th scope="col">${say[context.locale].day}</th>
        <th scope="col">${say[context.locale].times}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}
