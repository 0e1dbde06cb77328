// Answering an invitation, once. Accepting gives the role, or proposes a branch admin whom a second person confirms.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { stepTo, type Step } from '../store/documents.ts'
import { give } from '../store/give.ts'
import { membershipsOf } from '../store/in-effect.ts'
import { propose } from '../store/propose.ts'
import { changedMeanwhile, takeStep } from '../store/step.ts'
import { steppedIn } from '../store/stepped.ts'
import { hasLapsed, type InvitationDoc } from './documents.ts'
import { invitationById } from './invite.ts'

/** Who answers, and when. */
export type Guest = Pick<Step, 'by' | 'name' | 'at'>

/** What is noted before it counts: that the role was given or proposed by this invitation. */
export type NoteGift = (
  what: 'member.grant' | 'admin.propose',
  object: string,
  inviter: Step,
) => Promise<void>

/** Errors: BAD_USER_INPUT; those of the notes. */
export async function accept(
  db: Db,
  doc: InvitationDoc,
  guest: Guest,
  noteGift: NoteGift,
): Promise<InvitationDoc> {
  const inviter = stepTo(doc, 'open')
  if (!inviter) throw changedMeanwhile()
  if (inviter.by === guest.by)
    throw badInput('You wrote this invitation yourself; it is for somebody else.', 'own')
  if (doc.state === 'open' && !(await stillMay(db, doc, inviter, guest.at)))
    throw badInput(
      'Whoever invited you has no right to do so any more. Ask the library for a new invitation.',
      'no-right',
    )
  return answered(db, doc, { ...guest, state: 'accepted', reason: inviter.reason }, async (step) => {
    const { library, role, expires } = doc
    const terms = { library, subject: step.by, username: step.name, expires }
    // Given by the inviter, at the moment of the answer, and the same however often it is tried.
    const given = { ...inviter, at: step.at }
    if (role === 'branch-admin')
      await propose(db, { ...terms, step: { ...given, state: 'open' } }, (id) =>
        noteGift('admin.propose', `proposal:${id}`, inviter),
      )
    else
      await give(db, { ...terms, role, proposal: null, step: { ...given, state: 'held' } }, (id) =>
        noteGift('member.grant', `membership:${id}`, inviter),
      )
  })
}

/** Errors: BAD_USER_INPUT; those of `note`. */
export function decline(
  db: Db,
  doc: InvitationDoc,
  guest: Guest,
  note: (step: Step) => Promise<void>,
): Promise<InvitationDoc> {
  return answered(db, doc, { ...guest, state: 'declined', reason: stepTo(doc, 'open')?.reason ?? '' }, note)
}

async function answered(
  db: Db,
  doc: InvitationDoc,
  step: Step,
  note: (step: Step) => Promise<void>,
): Promise<InvitationDoc> {
  const done = stepTo(doc, step.state)
  if (done?.by === step.by) return doc
  if (doc.state !== 'open')
    throw badInput('This invitation was answered or taken back already. Ask for a new one.', 'answered')
  if (hasLapsed(doc, step.at)) throw badInput('This invitation has ended. Ask for a new one.', 'lapsed')
  await takeStep(steppedIn(db, 'invitations'), doc, step, note)
  const present = await invitationById(db, doc._id)
  if (!present) throw changedMeanwhile()
  return present
}

/** Whether the inviter could still give the role by themselves. Rights of the nation are not kept here. */
async function stillMay(db: Db, { as, library }: InvitationDoc, { by }: Step, now: Date): Promise<boolean> {
  if (as === 'nation') return true
  return (await membershipsOf(db, by)).some(
    ({ library: at, role, expires }) =>
      at === library && role === 'branch-admin' && (expires === null || now.getTime() < expires * 1000),
  )
}
