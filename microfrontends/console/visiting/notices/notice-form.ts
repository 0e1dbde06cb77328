/** A notice as a form holds it, and as the graph takes it. */
import { isDay } from '../../doing/days.ts'
import type { NoticeInput, NoticePart } from '../../operations.generated.ts'
import { bothOf, noText, textsOf, type BothTexts } from '../writing/both-texts.ts'
import { isLink } from '../writing/checks.ts'
import type { Faults } from '../writing/use-writing.ts'

export interface NoticeForm {
  /** Names it to the graph; drawn once for a new one, so that a second press puts the same. */
  readonly key: string
  title: BothTexts
  text: BothTexts
  urgent: boolean
  pinned: boolean
  from: string
  /** Empty: until it is withdrawn. */
  until: string
  link: string
}

export const newNotice = (key: string, today: string): NoticeForm => ({
  key,
  title: noText(),
  text: noText(),
  urgent: false,
  pinned: false,
  from: today,
  until: '',
  link: '',
})

export const noticeForm = ({
  key,
  title,
  text,
  urgent,
  pinned,
  from,
  until,
  link,
}: NoticePart): NoticeForm => ({
  key,
  title: bothOf(title),
  text: bothOf(text),
  urgent,
  pinned,
  from,
  until: until ?? '',
  link: link ?? '',
})

export const noticeInput = ({ title, text, urgent, pinned, from, until, link }: NoticeForm): NoticeInput => ({
  title: textsOf(title),
  text: textsOf(text),
  urgent,
  pinned,
  from,
  until: until || null,
  link: link.trim() || null,
})

export function noticeFaults({ title, from, until, link }: NoticeForm): Faults {
  return {
    ...(title.zh.trim() === '' && { 'notice-title': 'title' }),
    ...(until !== '' && !isDay(until) && { 'notice-until': 'day' }),
    ...(isDay(until) && isDay(from) && until < from && { 'notice-until': 'until' }),
    ...(!isDay(from) && { 'notice-from': 'day' }),
    ...(link.trim() !== '' && !isLink(link.trim()) && { 'notice-link': 'link' }),
  }
}

export type NoticeState = 'shown' | 'later' | 'over' | 'withdrawn'

/** What readers see of it on a day. */
export function noticeState(
  { from, until, withdrawn }: Pick<NoticePart, 'from' | 'until' | 'withdrawn'>,
  today: string,
): NoticeState {
  if (withdrawn) return 'withdrawn'
  if (from > today) return 'later'
  return until !== null && until < today ? 'over' : 'shown'
}
