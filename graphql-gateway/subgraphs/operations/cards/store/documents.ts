// What the store keeps of a list while it is looked at and imported. It names people, so all of it ends by itself.
import type { Binary, Db } from 'mongodb'
import type { HolderIs, KnownHolder } from '../ports.ts'
import type { FileProblem } from '../reading/decode.ts'
import type { Mapping } from '../reading/rows.ts'

/**
 * `receiving` its parts; `checking` them against the registry; `checked`, or `unreadable`; `importing`; `done`;
 * `given-up` by the library. Nothing reaches the registry before `importing`.
 */
export type ListState =
  'receiving' | 'checking' | 'checked' | 'unreadable' | 'importing' | 'done' | 'given-up'

export const results = ['new', 'changed', 'same', 'handedOn', 'asks', 'refused'] as const
/** What becomes of a line; one that `asks` is not taken until the library has answered. */
export type LineResult = (typeof results)[number]
export type Counts = Readonly<Record<LineResult, number>>

export interface CardListDoc {
  readonly _id: string
  readonly library: string
  readonly fileName: string
  readonly bytes: number
  readonly state: ListState
  /** Subject and user name of who gave it in. */
  readonly by: string
  readonly name: string
  readonly at: Date
  readonly expires: Date
  /** Goes up with each way of reading it: what was found by an earlier one is not kept. */
  readonly reading: number
  /** Digest of the file; empty before it was read. */
  readonly sha256: string
  /** Null until it was guessed. */
  readonly mapping: Mapping | null
  readonly headings: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly problem: { readonly problem: FileProblem; readonly line: number | null } | null
  /** The day by which ages and validity are judged, the same in the import as in the check. */
  readonly today: Date
  /** Lines gone through, of all: of the check, then of the import. */
  readonly done: number
  readonly total: number
  /** What the check found. */
  readonly plan: Counts | null
  /** Lines that are kept to be looked at; there may be more. */
  readonly kept: number
  /** What the import has done, up to `done`. */
  readonly result: Counts | null
  /** What the batch that begins at `from` comes to, said before it is put: a second try finds it done already. */
  readonly pending: { readonly from: number; readonly counts: Counts } | null
}

export interface CardPartDoc {
  /** `<list>:<position>`. */
  readonly _id: string
  readonly list: string
  readonly position: number
  readonly content: Binary
  readonly expires: Date
}

/** A line that is refused, or asks. */
export interface CardLineDoc {
  /** `<list>:<reading>:<line>`. */
  readonly _id: string
  readonly list: string
  readonly reading: number
  readonly line: number
  /** It names somebody else than the card has. */
  readonly asks: boolean
  /** Null for one that asks. */
  readonly fault: string | null
  /** Who has the card that the line gives to somebody else; null for one that is refused. */
  readonly known: KnownHolder | null
  /** What the library says of it. */
  readonly answer: HolderIs | null
  readonly cells: readonly string[]
  readonly expires: Date
}

export const listsIn = (db: Db) => db.collection<CardListDoc>('card_lists')
export const partsIn = (db: Db) => db.collection<CardPartDoc>('card_list_parts')
export const linesIn = (db: Db) => db.collection<CardLineDoc>('card_list_lines')

export const nothing: Counts = { new: 0, changed: 0, same: 0, handedOn: 0, asks: 0, refused: 0 }

export function added(one: Counts, other: Counts): Counts {
  const sum = { ...one }
  for (const result of results) sum[result] += other[result]
  return sum
}
