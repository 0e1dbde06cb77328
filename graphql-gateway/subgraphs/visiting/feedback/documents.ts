// What readers have written to libraries. Nothing says who they are but what they wrote themselves, and that is not kept for ever.
import type { Db } from 'mongodb'

export type FeedbackKind = 'SUGGESTION' | 'COMPLAINT' | 'QUESTION' | 'THANKS'

export interface FeedbackDoc {
  /** `<library>:<key>`. */
  readonly _id: string
  readonly library: string
  readonly reference: string
  readonly kind: FeedbackKind
  /** Empty once it was erased. */
  readonly text: string
  /** Empty where they gave none, and once it was erased. */
  readonly contact: string
  readonly page: string | null
  readonly state: 'OPEN' | 'SETTLED'
  /** Milliseconds: a list is in its order. */
  readonly sentAt: number
  /** Of the last time; null while it is open. */
  readonly settledAt: Date | null
  readonly note: string
  readonly erasedAt: Date | null
}

export const feedbackIn = (db: Db) => db.collection<FeedbackDoc>('library_feedback')
