// What the store keeps of guardians: who proved which child's card.
import type { Db } from 'mongodb'
import { ownId } from '../store/ids.ts'

/** What a link is worth now, as the schema names it and says what it means. */
export type ChildState = 'NOT_OPENED' | 'UNDER_14' | 'GROWN' | 'GONE'

export interface ChildDoc {
  /** Made of guardian and card: the same again is the same link. */
  readonly _id: string
  /** Subject of the guardian. */
  readonly owner: string
  /** `<library>/<card>`. */
  readonly card: string
  /**
   * Subject of the child; empty until it is first known, and never changed after: a card that goes to another person takes
   * nobody with it.
   */
  readonly child: string
  readonly linkedAt: Date
}

export const childrenIn = (db: Db) => db.collection<ChildDoc>('account_children')
export const linkId = (owner: string, card: string): string => ownId(owner, `child ${card}`)
