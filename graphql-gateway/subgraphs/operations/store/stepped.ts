// The collections as what they have in common, for the steps.
import { MongoServerError, type Db } from 'mongodb'
import type { SteppedDoc } from './documents.ts'

/** Those of the collections whose documents go in steps. */
export const stepped = ['memberships', 'admin_proposals', 'invitations'] as const

export const steppedIn = (db: Db, name: (typeof stepped)[number]) => db.collection<SteppedDoc>(name)

/** Whether somebody wrote the same document first. */
export function isTaken(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000
}
