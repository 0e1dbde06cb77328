/** Days and times of a library in the reader's words. */
import type { Labels } from '../messages/labels.ts'
import type { Hours } from '../operations.generated.ts'

type Day = Hours['days'][number]
export type Opening = Day['places'][number]

/** `9:00–17:30`; when there are none, that it is closed. */
export function spansWords({ spans }: Opening, { t }: Labels): string {
  if (spans.length === 0) return t('hours.closed')
  return spans
    .map(({ opens, closes }) =>
      opens === '00:00' && closes === '24:00' ? t('hours.allDay') : `${clock(opens)}–${clock(closes)}`,
    )
    .join(t('hours.separator'))
}

const clock = (time: string): string => time.replace(/^0(?=\d:)/, '')

/** `11月22日星期日`, `Sunday, 22 November`. The time is noon in China, so that the day is the same everywhere. */
export function dayWords(date: string, { d }: Labels): string {
  return d(`${date}T12:00:00+08:00`, { month: 'long', day: 'numeric', weekday: 'long' })
}

/** Why a day is not as its weekday usually is. */
export function whyWords(
  { holiday, isMakeUpDay }: Day,
  { source, reason }: Opening,
  labels: Labels,
): string | null {
  if (source === 'EXCEPTION') return labels.said(reason)?.text ?? null
  return labels.said(holiday)?.text ?? (isMakeUpDay ? labels.t('hours.makeUp') : null)
}

export function nextWords({ next }: Opening, labels: Labels): string | null {
  return next ? labels.t('hours.next', { day: dayWords(next.date, labels), time: clock(next.opens) }) : null
}
