// What the store keeps of visiting libraries: what they say of themselves, and nothing of people.
import type { Db } from 'mongodb'
import type { Hours, Words } from '../hours/model.ts'

export interface Contact {
  readonly address: Words
  readonly postalCode: string | null
  readonly telephones: readonly { readonly name: Words; readonly number: string }[]
  readonly email: string | null
  readonly wechat: string | null
  readonly directions: Words
  readonly access: Words
  readonly complaints: {
    readonly telephone: string | null
    readonly email: string | null
    readonly text: Words
  }
}

export interface LendingRules {
  readonly text: Words
  readonly link: string | null
}

export interface Notice {
  readonly title: Words
  readonly text: Words
  readonly urgent: boolean
  readonly pinned: boolean
  /** `YYYY-MM-DD`, first and last day on which it is shown; null: until it is withdrawn. */
  readonly from: string
  readonly until: string | null
  readonly link: string | null
}

export interface Event {
  readonly title: Words
  readonly text: Words
  /** `YYYY-MM-DDTHH:MM` in China. */
  readonly begins: string
  readonly ends: string
  readonly place: Words
  readonly link: string | null
  readonly audience: Words
  readonly state: 'PLANNED' | 'CANCELLED'
}

/** A change that somebody has begun. */
export interface Claim {
  /** Of what it is changed to; empty when nobody has begun one. */
  readonly digest: string
  readonly at: Date
}

/** What changes whole, one person after another. `value` is null while its first change was begun and not taken. */
export interface KeptDoc<T> {
  readonly _id: string
  /** Id of the library whose it is. */
  readonly library: string
  readonly value: T | null
  /** Notices and events: no longer shown. */
  readonly withdrawn: boolean
  /** `YYYY-MM-DD…`: lists are in the order of the first, and show nothing after the last. Empty for what is in no list. */
  readonly begins: string
  readonly ends: string
  /** Goes up by one with each change; 0 before the first. */
  readonly rev: number
  readonly next: Claim
  readonly changedAt: Date
}

/** A document that was changed once at least: there is something in it. */
export type Kept<T> = KeptDoc<T> & { readonly value: T }

/** `_id` is the library's. */
export const hoursIn = (db: Db) => db.collection<KeptDoc<Hours>>('library_hours')
export const contactsIn = (db: Db) => db.collection<KeptDoc<Contact>>('library_contacts')
export const rulesIn = (db: Db) => db.collection<KeptDoc<LendingRules>>('library_lending_rules')
/** `_id` is `<library>:<key>`. */
export const noticesIn = (db: Db) => db.collection<KeptDoc<Notice>>('library_notices')
export const eventsIn = (db: Db) => db.collection<KeptDoc<Event>>('library_events')

export function isKept<T>(doc: KeptDoc<T> | null): doc is Kept<T> {
  return doc !== null && doc.value !== null
}

/** Later than any day: what has no last one. */
export const noEnd = '9999-12-31'

export const itemId = (library: string, key: string): string => `${library}:${key}`
export const keyOf = ({ _id }: { readonly _id: string }): string => _id.slice(_id.indexOf(':') + 1)
