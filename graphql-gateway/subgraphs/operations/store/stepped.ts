// Both collections as what they have in common, for the steps.
import { MongoServerError, type Db } from 'mongodb'
import type { collections } from '../declared.ts'
import type { SteppedDoc } from './documents.ts'

export const steppedIn = (db: Db, name: (typeof collections)[number]) => db.collection<SteppedDoc>(name)

/** Whether somebody wrote the same document first. */
export function isTaken(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000
}
