// Proposing a branch admin: one proposal at a time for one person and library.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { day, daysOfProposal } from '../bounds.ts'
import { proposalsIn, stepTo, type ProposalDoc, type Step } from './documents.ts'
import { idOf } from './ids.ts'
import { changedMeanwhile, isFresh, isSame, takeStep } from './step.ts'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import { steppedIn } from './stepped.ts'

/** Who is to be branch admin of which library. */
export interface Candidate {
  readonly library: string
  readonly subject: string
  readonly username: string
  /** Of the role. */
  readonly expires: Date
  /** By whom and why; leads to `open`. */
  readonly step: Step
}

const tries = 5

/** Errors: BAD_USER_INPUT for somebody who is proposed already; those of `note`. */
export async function propose(
  db: Db,
  candidate: Candidate,
  note: (id: string, step: Step) => Promise<void>,
): Promise<ProposalDoc> {
  const { library, subject, step } = candidate
  for (let tried = 0; tried < tries; tried++) {
    const last = await proposalsIn(db).findOne({ library, subject }, { sort: { turn: -1 } })
    if (last && last.state === 'open' && !hasLapsed(last, step.at)) {
      if (isOf(last, candidate)) return last
      throw badInput('This account is proposed already. Confirm or decline that proposal first.', 'proposed')
    }
    if (last?.state !== 'new') {
      await begin(db, candidate, (last?.turn ?? 0) + 1)
    } else if (isOf(last, candidate)) {
      await takeStep(steppedIn(db, 'admin_proposals'), last, step, (taken) => note(last._id, taken))
    } else if (last.next && isFresh(last.next, step.at) && last.next.by !== step.by) {
      throw changedMeanwhile()
    } else {
      await proposalsIn(db).deleteOne({ _id: last._id, rev: last.rev })
    }
  }
  throw changedMeanwhile()
}

/** Whether nobody has decided in time. */
export function hasLapsed({ at }: Pick<ProposalDoc, 'at'>, now: Date): boolean {
  return now.getTime() - at.getTime() > daysOfProposal * day
}

async function begin(db: Db, { step, ...candidate }: Candidate, turn: number): Promise<void> {
  const _id = idOf('proposal', candidate.library, candidate.subject, turn)
  await proposalsIn(db)
    .insertOne({ _id, ...candidate, turn, at: step.at, state: 'new', next: step, steps: [], rev: 1 })
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
}

function isOf(doc: ProposalDoc, { expires, step }: Candidate): boolean {
  const begun = stepTo(doc, 'open') ?? doc.next
  return begun !== null && isSame(begun, step) && doc.expires.getTime() === expires.getTime()
}
