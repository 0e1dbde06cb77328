// What is asked and answered about a site before it is published: one document a site, changed by compare-and-set of its rev.
import { badInput } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Db } from 'mongodb'
import { reviewsIn, type AnswerDoc, type ReviewDoc, type SaidDoc } from './documents.ts'

/** Others may ask or answer at the same moment. */
const tries = 8

type Said = Pick<ReviewDoc, 'asked' | 'answered'>

/** Asking once more ends what was answered before. */
export const askLook = (db: Db, site: string, asked: SaidDoc): Promise<void> =>
  change(db, site, () => ({ asked }))

export const answerLook = (db: Db, site: string, answered: AnswerDoc): Promise<void> =>
  change(db, site, ({ asked }) => ({ ...(asked && { asked }), answered }))

async function change(db: Db, site: string, make: (there: Said) => Said): Promise<void> {
  for (let tried = 0; tried < tries; tried++) {
    const there = await reviewsIn(db).findOne({ _id: site })
    const next: ReviewDoc = { _id: site, rev: (there?.rev ?? 0) + 1, ...make(there ?? {}) }
    if (await written(db, there, next)) return
  }
  throw badInput('Others are answering at this moment. Look at it again.', 'busy')
}

async function written(db: Db, there: ReviewDoc | null, next: ReviewDoc): Promise<boolean> {
  if (there)
    return (await reviewsIn(db).replaceOne({ _id: there._id, rev: there.rev }, next)).matchedCount === 1
  try {
    await reviewsIn(db).insertOne(next)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

/** Published: nobody waits for an answer any more. */
export async function closeReview(db: Db, site: string): Promise<void> {
  await reviewsIn(db).deleteOne({ _id: site })
}
