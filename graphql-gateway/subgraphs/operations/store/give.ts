// Giving a role: one document for each time, written once whoever gives it and however often.
import type { LibraryRole } from '@shuxiang/permissions'
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { membershipsIn, stepTo, type MembershipDoc, type Step } from './documents.ts'
import { idOf } from './ids.ts'
import { isInEffect } from './in-effect.ts'
import { changedMeanwhile, isFresh, isSame, takeStep } from './step.ts'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import { steppedIn } from './stepped.ts'

/** A role to be given. */
export interface Gift {
  readonly library: string
  readonly subject: string
  readonly username: string
  readonly role: LibraryRole
  readonly expires: Date | null
  /** Id of the proposal that is confirmed by it: given once for each, whoever confirms. */
  readonly proposal: string | null
  /** By whom and why; leads to `held`. */
  readonly step: Step
}

/** Looks and writes again while others come between. */
const tries = 5

/**
 * Gives a role, which is in effect from the moment that `note` has resolved. The same once more changes nothing.
 * Errors: BAD_USER_INPUT for somebody who has the role already, on other terms; those of `note`.
 */
export async function give(
  db: Db,
  gift: Gift,
  note: (id: string, step: Step) => Promise<void>,
): Promise<MembershipDoc> {
  const { library, subject, role, step } = gift
  for (let tried = 0; tried < tries; tried++) {
    const last = await membershipsIn(db).findOne({ library, subject, role }, { sort: { turn: -1 } })
    if (last && isInEffect(last, step.at)) {
      if (isOf(last, gift)) return last
      throw badInput(
        'This account has the role already. Withdraw it first, to give it on other terms.',
        'held',
      )
    }
    if (last?.state !== 'new') {
      await begin(db, gift, (last?.turn ?? 0) + 1)
    } else if (isOf(last, gift)) {
      await takeStep(steppedIn(db, 'memberships'), last, step, (taken) => note(last._id, taken))
    } else if (last.next && isFresh(last.next, step.at) && last.next.by !== step.by) {
      throw changedMeanwhile()
    } else {
      // Begun and never given: it has counted for nothing.
      await membershipsIn(db).deleteOne({ _id: last._id, rev: last.rev })
    }
  }
  throw changedMeanwhile()
}

async function begin(db: Db, { step, ...gift }: Gift, turn: number): Promise<void> {
  const { library, subject, role } = gift
  const _id = idOf('membership', library, subject, role, turn)
  await membershipsIn(db)
    .insertOne({ _id, ...gift, turn, state: 'new', next: step, steps: [], rev: 1 })
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
}

/** Whether a document is what this very request makes, or has made. */
function isOf(doc: MembershipDoc, { expires, proposal, step }: Gift): boolean {
  if (proposal !== null) return doc.proposal === proposal
  const begun = stepTo(doc, 'held') ?? doc.next
  return begun !== null && isSame(begun, step) && doc.expires?.getTime() === expires?.getTime()
}
