// What editing leaves with a page: who changed it, what clashes, what is still to be left elsewhere. Types only.
import type { AuditEntry } from '@shuxiang/audit/contract'
import type { Clash } from '@shuxiang/site-model'

/** Who did something, and when. */
export interface DoneBy {
  /** Subject of the person. */
  readonly by: string
  /** User name of the person; empty when the person is gone. */
  readonly name: string
  readonly at: Date
}

/** Two changed the same; the page has what was there first. Kept until somebody has looked at it. */
export interface ClashDoc extends Clash, DoneBy {
  readonly id: string
}

export type RevisionReason = 'begin' | 'autosave' | 'named' | 'publish' | 'restore'

/** A page as it was from one change to the next. Never changed, but that it may get a name. */
export interface RevisionDoc extends DoneBy {
  /** `<page>:<rev>` */
  readonly _id: string
  readonly site: string
  readonly page: string
  readonly rev: number
  /** Of its document among those that are kept. */
  readonly hash: string
  readonly why: RevisionReason
  /** What somebody calls it; empty for none. */
  readonly label: string
  /** One of those that are left of an hour, a day, or after a year. Absent: nothing was thinned out beside it yet. */
  readonly grain?: 'hour' | 'day' | 'year'
}

/** One edit that was taken. */
export interface OpDoc {
  /** `<page>:<id that the editor drew>`: the same edit counts once. */
  readonly _id: string
  readonly page: string
  readonly by: string
  readonly at: Date
  /** Of the page, once it was taken. */
  readonly rev: number
  /** The edit as JSON. */
  readonly op: string
  /** What undoes it, as JSON; empty where it was put together with edits of others. */
  readonly inverse: string
}

/**
 * What a change of a page has still to leave elsewhere. It is written with the change itself, in one document, and carried
 * out before the next: a process that ends in between loses nothing of it.
 */
export interface PendingDoc {
  /** The document is that of the page. Null where it did not change. */
  readonly revision: Omit<RevisionDoc, 'hash'> | null
  readonly ops: readonly OpDoc[]
  readonly deed: AuditEntry | null
}
