/** What a library tells at the moment, for what stands beside pages: feeds and calendars. */
import { ask } from './answers/ask.ts'
import { keyOf } from './key.ts'
import { LibraryEvents, LibraryNotices } from './operations.generated.ts'
import type { LibraryEventsData, LibraryNoticesData } from './operations.generated.ts'
import type { Answers, PageQuery } from './page.ts'

export type ToldNotice = NonNullable<LibraryNoticesData['here']>['notices'][number]
export type ToldEvent = NonNullable<LibraryEventsData['here']>['events'][number]

/** A question, and what of its answer is told; none when nobody knows. */
export interface Told<T> {
  readonly query: PageQuery
  of(answers: Answers): readonly T[]
}

/** `today`: `YYYY-MM-DD` in the library's time zone; `first`: at most so many. */
export function toldNotices(today: string, first: number): Told<ToldNotice> {
  const asked = ask(LibraryNotices, { first, today })
  const { operation, variables } = asked
  const key = keyOf({ operation, variables })
  return {
    query: { key, operation, variables },
    of: (answers) => asked.checked(answers.get(key))?.here?.notices ?? [],
  }
}

/** The same of events that have not ended. */
export function toldEvents(today: string, first: number): Told<ToldEvent> {
  const asked = ask(LibraryEvents, { first, today })
  const { operation, variables } = asked
  const key = keyOf({ operation, variables })
  return {
    query: { key, operation, variables },
    of: (answers) => asked.checked(answers.get(key))?.here?.events ?? [],
  }
}
