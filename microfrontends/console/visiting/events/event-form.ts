/** An event as a form holds it, and as the graph takes it. */
import type { EventPart, LibraryEventInput, LibraryEventState } from '../../operations.generated.ts'
import { bothOf, noText, textsOf, type BothTexts } from '../writing/both-texts.ts'
import { isLink } from '../writing/checks.ts'
import type { Faults } from '../writing/use-writing.ts'

export interface EventForm {
  /** Names it to the graph; drawn once for a new one, so that a second press puts the same. */
  readonly key: string
  title: BothTexts
  text: BothTexts
  /** `YYYY-MM-DDTHH:MM`. */
  begins: string
  ends: string
  place: BothTexts
  audience: BothTexts
  link: string
  state: LibraryEventState
}

export const newEvent = (key: string, day: string): EventForm => ({
  ...{ key, title: noText(), text: noText(), begins: `${day}T14:00`, ends: `${day}T16:00` },
  ...{ place: noText(), audience: noText(), link: '', state: 'PLANNED' },
})

export const eventForm = (event: EventPart): EventForm => ({
  key: event.key,
  title: bothOf(event.title),
  text: bothOf(event.text),
  begins: event.begins,
  ends: event.ends,
  place: bothOf(event.place),
  audience: bothOf(event.audience),
  link: event.link ?? '',
  state: event.state,
})

export const eventInput = (form: EventForm): LibraryEventInput => ({
  title: textsOf(form.title),
  text: textsOf(form.text),
  begins: form.begins,
  ends: form.ends,
  place: textsOf(form.place),
  link: form.link.trim() || null,
  audience: textsOf(form.audience),
  state: form.state,
})

const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}:00+08:00`))

export function eventFaults({ title, begins, ends, link }: EventForm): Faults {
  return {
    ...(title.zh.trim() === '' && { 'event-title': 'title' }),
    ...(!isMoment(begins) && { 'event-begins': 'moment' }),
    ...(!isMoment(ends) && { 'event-ends': 'moment' }),
    ...(isMoment(begins) && isMoment(ends) && ends <= begins && { 'event-ends': 'order' }),
    ...(link.trim() !== '' && !isLink(link.trim()) && { 'event-link': 'link' }),
  }
}

/** Two hours later, when an event would end before it begins. */
export function endAfter(begins: string, ends: string): string {
  if (!isMoment(begins) || (isMoment(ends) && ends > begins)) return ends
  return new Date(Date.parse(`${begins}:00Z`) + 2 * 3600 * 1000).toISOString().slice(0, 16)
}

export type EventState = 'ahead' | 'over' | 'withdrawn'

/** What readers see of it on a day. */
export function eventState(
  { ends, withdrawn }: Pick<EventPart, 'ends' | 'withdrawn'>,
  today: string,
): EventState {
  if (withdrawn) return 'withdrawn'
  return ends.slice(0, 10) < today ? 'over' : 'ahead'
}
