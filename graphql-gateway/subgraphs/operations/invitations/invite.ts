// Inviting to a role, and taking an invitation back.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import type { Step } from '../store/documents.ts'
import { changedMeanwhile, takeStep } from '../store/step.ts'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import { steppedIn } from '../store/stepped.ts'
import { hasLapsed, invitationsIn, type InvitationDoc } from './documents.ts'

/** An invitation to be made. `step` leads to `open`. */
export interface Invite extends Pick<
  InvitationDoc,
  '_id' | 'library' | 'role' | 'guest' | 'as' | 'expires' | 'until' | 'digest'
> {
  readonly step: Step
}

/** Null for one that was never made. */
export async function invitationById(db: Db, id: string): Promise<InvitationDoc | null> {
  const doc = await invitationsIn(db).findOne({ _id: id })
  return doc?.state === 'new' ? null : doc
}

/** By the digest of its code. */
export async function invitationByCode(db: Db, digest: string): Promise<InvitationDoc | null> {
  return invitationsIn(db).findOne({ digest, state: { $ne: 'new' } })
}

/**
 * The same once more gives the invitation that is there, with the new code where it waits for an answer. `coded`: the
 * code that was drawn is the one that counts. Errors: those of `note`.
 */
export async function invite(
  db: Db,
  { step, ...invited }: Invite,
  note: (step: Step) => Promise<void>,
): Promise<{ readonly doc: InvitationDoc; readonly coded: boolean }> {
  const { _id, digest } = invited
  await invitationsIn(db)
    .insertOne({ ...invited, at: step.at, state: 'new', next: step, steps: [], rev: 1 })
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
  const begun = await invitationsIn(db).findOne({ _id })
  if (begun?.state === 'new') await takeStep(steppedIn(db, 'invitations'), begun, begun.next ?? step, note)
  const { matchedCount } = await invitationsIn(db).updateOne({ _id, state: 'open' }, { $set: { digest } })
  const doc = await invitationById(db, _id)
  if (!doc) throw changedMeanwhile()
  return { doc, coded: matchedCount === 1 && !hasLapsed(doc, step.at) }
}

/** `step` leads to `revoked`. Errors: BAD_USER_INPUT for one that was answered; those of `note`. */
export async function revoke(
  db: Db,
  doc: InvitationDoc,
  step: Step,
  note: (step: Step) => Promise<void>,
): Promise<InvitationDoc> {
  if (doc.state === 'accepted')
    throw badInput('This invitation was accepted already. Withdraw the role instead.', 'accepted')
  if (doc.state === 'open') await takeStep(steppedIn(db, 'invitations'), doc, step, note)
  const present = await invitationById(db, doc._id)
  if (!present) throw changedMeanwhile()
  return present
}
