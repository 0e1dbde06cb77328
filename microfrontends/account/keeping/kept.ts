/** What a reader keeps: a shelf, and lists with names. The same on a device and in an account. */

/** A record as it is kept: title and kind stay when the record goes. */
export interface Kept {
  readonly recordId: string
  readonly title: string
  readonly kind: string
  /** BCP 47; null where it is not known. */
  readonly language: string | null
  /** ISO 8601. */
  readonly addedAt: string
  /** The record itself is not to be had any more, or not here. */
  readonly gone?: boolean
}

/** Id of the shelf among places; lists have ids of their own. */
export const SHELF = 'shelf'

/** The shelf or a list. */
export interface Place {
  readonly id: string
  /** Empty for the shelf. */
  readonly name: string
  readonly count: number
  readonly capacity: number
}

/** A page of what a place holds, newest first. */
export interface KeptPage {
  readonly items: readonly Kept[]
  /** Leads to the next page; null at the end. */
  readonly next: string | null
}

/** Why something was not kept. `away`: no answer came; trying again does no harm. */
export type Refusal = 'full' | 'many' | 'blocked' | 'gone' | 'away' | 'signed-out' | 'forbidden'

export type Outcome = { readonly done: true } | { readonly done: false; readonly why: Refusal }

/** What came of removing a list, with the way back. */
export type Removal = { readonly done: true; undo(): Promise<Outcome> } | (Outcome & { readonly done: false })

/** What came of making a list: its id. */
export type Made = { readonly done: true; readonly id: string } | (Outcome & { readonly done: false })

/** What is known of a record. */
export interface Holding {
  /** Ids of the places that hold it. */
  readonly places: ReadonlySet<string>
  /** The reader wants to have noted that they opened it. */
  readonly noted: boolean
}

/** A page of what was opened, and the consent under which it is kept. */
export interface HistoryPage extends KeptPage {
  /** Of a reader under 14, of whom none is kept. */
  readonly isChild: boolean
  readonly on: boolean
  /** When it was turned on and off, newest first; times as ISO 8601. */
  readonly consents: readonly { readonly given: boolean; readonly at: string }[]
}

/** What a reader opened; kept in an account only, and only once its owner wants it. */
export interface History {
  read(after: string | null, signal: AbortSignal): Promise<HistoryPage>
  /** Off forgets all of it. */
  turn(on: boolean): Promise<Outcome>
  /** Nobody waits for it, and it tells nobody. */
  note(record: Kept): Promise<void>
  forget(recordId: string): Promise<Outcome>
}

/** Where a reader's things are kept. Every change may be tried again: what is there already is not kept twice. */
export interface Keeping {
  readonly where: 'device' | 'account'
  readonly mostLists: number
  /** The shelf, then the lists, newest first; null when nothing can be kept. */
  places(signal: AbortSignal): Promise<readonly Place[] | null>
  /** Null when there is no such place. */
  items(place: string, after: string | null, signal: AbortSignal): Promise<KeptPage | null>
  holding(recordId: string, signal: AbortSignal): Promise<Holding>
  /** Those of at most 100 records that stand on the shelf. */
  held(recordIds: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>>
  /** Null on a device. */
  readonly history: History | null
  put(place: string, record: Kept): Promise<Outcome>
  take(place: string, recordId: string): Promise<Outcome>
  make(name: string): Promise<Made>
  rename(place: string, name: string): Promise<Outcome>
  remove(place: string): Promise<Removal>
  /** Calls back after each change, whoever made it; the function that it gives ends that. */
  follow(changed: () => void): () => void
}

/** Characters of a list's name; the account has the same bound. */
export const LONGEST_NAME = 60

/** One line without space around it, as it is kept; null for no name. */
export function nameOf(typed: string): string | null {
  const line = typed.toWellFormed().replace(/\s+/gu, ' ').trim()
  return line === '' ? null : [...line].slice(0, LONGEST_NAME).join('')
}
