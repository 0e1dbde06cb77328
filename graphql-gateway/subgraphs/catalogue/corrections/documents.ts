// Errors that readers have reported in texts. Nothing says who they are but what they wrote themselves, and that is not kept for ever.
import type { Db } from 'mongodb'

export interface CorrectionDoc {
  /** The key with which it was sent. */
  readonly _id: string
  readonly reference: string
  readonly record: string
  readonly title: string
  readonly part: number | null
  /** Id of the line on the page. */
  readonly line: string
  /** The line when it was reported. */
  readonly was: string
  /** Empty once it was erased. */
  readonly wrong: string
  readonly should: string
  readonly source: string
  /** Empty where they gave none, and once it was erased. */
  readonly contact: string
  readonly state: 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'SETTLED'
  /** Milliseconds: a list is in its order. */
  readonly sentAt: number
  /** Of the last time; null while it is open. */
  readonly decidedAt: Date | null
  readonly reason: string
  readonly erasedAt: Date | null
}

export const correctionsIn = (db: Db) => db.collection<CorrectionDoc>('corrections')
