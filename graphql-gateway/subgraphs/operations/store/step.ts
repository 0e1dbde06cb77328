// One step of a document: claimed, noted, taken. Ended at any place, the same person goes on by asking again.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Collection } from 'mongodb'
import { claimHolds } from '../bounds.ts'
import type { Step, SteppedDoc } from './documents.ts'

/**
 * Takes a step from the state that `doc` is in. `note` resolves once the step is in the audit log: nothing has any effect
 * before. A step that was claimed and not taken is taken up by its author, and after a minute by anybody.
 * Errors: BAD_USER_INPUT when somebody else changes the document at this moment; those of `note`.
 */
export async function takeStep(
  collection: Collection<SteppedDoc>,
  doc: SteppedDoc,
  wanted: Step,
  note: (step: Step) => Promise<void>,
): Promise<void> {
  const { next } = doc
  if (next && next.by !== wanted.by && isFresh(next, wanted.at)) throw changedMeanwhile()
  const resumed = next !== null && isSame(next, wanted)
  const step = resumed ? next : wanted
  const claim = { _id: doc._id, rev: doc.rev }
  if (!resumed) {
    const { matchedCount } = await collection.updateOne(claim, { $set: { next: step }, $inc: { rev: 1 } })
    if (matchedCount === 0) throw changedMeanwhile()
  }
  await note(step)
  const rev = resumed ? doc.rev : doc.rev + 1
  const { matchedCount } = await collection.updateOne(
    { _id: doc._id, rev },
    { $set: { state: step.state, next: null }, $push: { steps: step }, $inc: { rev: 1 } },
  )
  if (matchedCount === 1) return
  // Two tries of one request: the other was first.
  const present = await collection.findOne({ _id: doc._id })
  if (!present?.steps.some((taken) => isSame(taken, step))) throw changedMeanwhile()
}

/** Whether a claim is still its author's. */
export function isFresh({ at }: Pick<Step, 'at'>, now: Date): boolean {
  return now.getTime() - at.getTime() < claimHolds
}

export function isSame(one: Step, other: Step): boolean {
  return one.state === other.state && one.by === other.by && one.reason === other.reason
}

export const changedMeanwhile = () =>
  badInput('Somebody else is changing this at the moment. Look at it again in a minute.', 'busy')
