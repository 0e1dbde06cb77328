// What the store keeps of review: who let which state of a site pass, what was asked and answered, and who changed what.
import type { Db } from 'mongodb'
import type { DoneBy } from '../editing/page-marks.ts'
import type { Look } from './look.ts'

/** Somebody looked at a site as it was and lets it pass. Of one person and one state there is one. */
export interface ApprovalDoc extends DoneBy {
  /** `<hash>:<subject>`; the hash is of the site's code, too. */
  readonly _id: string
  readonly site: string
  /** Of what was looked at. */
  readonly hash: string
  /** By it what is other later is told. */
  readonly look: Look
  /** What they say about it; empty for nothing. */
  readonly words: string
  /** Absent: it counts. */
  readonly takenBack?: Date
}

/** What somebody said when they asked for a look, or answered. */
export interface SaidDoc extends DoneBy {
  readonly words: string
  /** Of the site as it was then. */
  readonly hash: string
}

/** What is asked and answered about a site until it is published. */
export interface ReviewDoc {
  /** Code of the site. */
  readonly _id: string
  /** Goes up with each change. */
  readonly rev: number
  /** Somebody wants others to look. */
  readonly asked?: SaidDoc
  /** Somebody does not let it pass, or no longer; asking once more ends that. */
  readonly answered?: AnswerDoc
}

export interface AnswerDoc extends SaidDoc {
  readonly how: 'sent-back' | 'taken-back'
  /** When a publication was due that was called off by it. */
  readonly calledOff?: Date
}

/** Somebody changed something, as far as no revision tells it: an address, a page taken away, what stands on every page. */
export interface ChangerDoc extends DoneBy {
  /** `<object>:<subject>` */
  readonly _id: string
  readonly site: string
  /** Id of a page, or `site:<code>`. */
  readonly object: string
  /** Of the object, the last that they made. */
  readonly rev: number
}

export const approvalId = (hash: string, subject: string): string => `${hash}:${subject}`
export const siteObject = (site: string): string => `site:${site}`

export const approvalsIn = (db: Db) => db.collection<ApprovalDoc>('site_approvals')
export const reviewsIn = (db: Db) => db.collection<ReviewDoc>('site_reviews')
export const changersIn = (db: Db) => db.collection<ChangerDoc>('site_changers')
