// Withdrawing a role that was given.
import type { Db } from 'mongodb'
import { membershipsIn, type MembershipDoc, type Step } from './documents.ts'
import { changedMeanwhile, takeStep } from './step.ts'
import { steppedIn } from './stepped.ts'

/** Null for one that was never given. */
export async function membershipById(db: Db, id: string): Promise<MembershipDoc | null> {
  const doc = await membershipsIn(db).findOne({ _id: id })
  return doc?.state === 'new' ? null : doc
}

/** `step` leads to `withdrawn`. What is withdrawn already stays as it is. */
export async function withdraw(
  db: Db,
  doc: MembershipDoc,
  step: Step,
  note: (step: Step) => Promise<void>,
): Promise<MembershipDoc> {
  if (doc.state === 'held') await takeStep(steppedIn(db, 'memberships'), doc, step, note)
  const present = await membershipById(db, doc._id)
  if (!present) throw changedMeanwhile()
  return present
}
