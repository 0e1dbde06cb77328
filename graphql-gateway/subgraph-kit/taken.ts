// Whether a document could not be written because another one stands where it would: somebody was first.
import { MongoServerError } from 'mongodb'

/** True for a breach of a unique index, the id's too. */
export function isTaken(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000
}
