// Deciding on a proposal, once: confirmed, which gives the role, or declined.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { membershipsIn, proposalsIn, stepTo, type ProposalDoc, type Step } from './documents.ts'
import { give } from './give.ts'
import { hasLapsed } from './propose.ts'
import { changedMeanwhile, takeStep } from './step.ts'
import { steppedIn } from './stepped.ts'

/** Null for one that was never made. */
export async function proposalById(db: Db, id: string): Promise<ProposalDoc | null> {
  const doc = await proposalsIn(db).findOne({ _id: id })
  return doc?.state === 'new' ? null : doc
}

/** `note` is told the membership that comes of it. Errors: BAD_USER_INPUT for one that is declined or has lapsed. */
export async function confirm(
  db: Db,
  doc: ProposalDoc,
  decider: Omit<Step, 'state' | 'reason'>,
  note: (membership: string, step: Step) => Promise<void>,
): Promise<ProposalDoc> {
  const { _id: proposal, library, subject, username, expires } = doc
  const reason = stepTo(doc, 'open')?.reason ?? ''
  const gift = { library, subject, username, role: 'branch-admin', expires, proposal } as const
  return decide(db, doc, { ...decider, state: 'confirmed', reason }, async () => {
    await give(db, { ...gift, step: { ...decider, state: 'held', reason } }, note)
  })
}

/** Errors: BAD_USER_INPUT for one that is confirmed, also where that was cut short, or has lapsed. */
export async function decline(
  db: Db,
  doc: ProposalDoc,
  decider: Omit<Step, 'state'>,
  note: (step: Step) => Promise<void>,
): Promise<ProposalDoc> {
  const { _id: proposal, library, subject } = doc
  const given = { library, subject, role: 'branch-admin', proposal, state: { $ne: 'new' } } as const
  if (doc.state === 'open' && (await membershipsIn(db).findOne(given)))
    throw badInput(
      'The role was given already. Confirm this proposal to end it, and withdraw the role.',
      'given',
    )
  return decide(db, doc, { ...decider, state: 'declined' }, note)
}

async function decide(
  db: Db,
  doc: ProposalDoc,
  step: Step,
  note: (step: Step) => Promise<void>,
): Promise<ProposalDoc> {
  if (doc.state === step.state) return doc
  if (doc.state !== 'open') throw badInput(`This proposal was ${doc.state} already.`, doc.state)
  if (hasLapsed(doc, step.at)) throw badInput('This proposal has waited too long. Propose it anew.', 'lapsed')
  await takeStep(steppedIn(db, 'admin_proposals'), doc, step, note)
  const present = await proposalById(db, doc._id)
  if (!present) throw changedMeanwhile()
  return present
}
