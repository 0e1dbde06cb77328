// What a library says of when it is open: one document. Texts by language (BCP 47); days `YYYY-MM-DD`; times `HH:MM` to `24:00`.
import type { Weekday } from '../calendar/day.ts'

export type Words = Readonly<Record<string, string>>

/** From a time to a later one of the same day. */
export interface HourSpan {
  readonly opens: string
  readonly closes: string
}

/** A pattern of a week; a weekday that is not in it is closed. */
export interface Season {
  readonly name: Words
  /** `MM-DD`, first and last day; a season may go over the end of the year. Null: all year. */
  readonly from: string | null
  readonly until: string | null
  readonly week: Readonly<Partial<Record<Weekday, readonly HourSpan[]>>>
}

/** How a place is open on days that the nation treats in another way. */
export type DayRule =
  | { readonly kind: 'AS_USUAL' | 'CLOSED' }
  | { readonly kind: 'AS_WEEKDAY'; readonly day: Weekday }
  | { readonly kind: 'OWN_HOURS'; readonly spans: readonly HourSpan[] }

/** A house, room or counter with hours of its own. */
export interface Place {
  readonly key: string
  readonly name: Words
  /** The first holds where no other does; where several do, the later one. */
  readonly seasons: readonly Season[]
  readonly holidays: DayRule
  readonly makeUpDays: DayRule
}

export interface Exception {
  readonly from: string
  /** The last day. */
  readonly until: string
  /** Keys; empty: all. */
  readonly places: readonly string[]
  /** Empty: closed. */
  readonly spans: readonly HourSpan[]
  readonly reason: Words
}

export interface Hours {
  readonly places: readonly Place[]
  /** By their first days. Where two speak of one place and day, the later in the list has the last word. */
  readonly exceptions: readonly Exception[]
  readonly announceDays: number
  readonly note: Words
}
