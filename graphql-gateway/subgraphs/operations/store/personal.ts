// Roles and proposals of somebody who goes: what they were given is taken away, what they did stays under their subject.
import type { PersonalData, PersonalValue } from '@shuxiang/subgraph-kit/module'
import { invitationsIn } from '../invitations/documents.ts'
import { membershipsIn, proposalsIn, type SteppedDoc } from './documents.ts'
import { peopleIn } from './people.ts'
import { stepped, steppedIn } from './stepped.ts'

/** Tries against steps that are taken between reading and writing. */
const tries = 5

export const personal: PersonalData = {
  async export({ db }, subject) {
    const roles = await membershipsIn(db).find({ subject }).sort({ _id: 1 }).toArray()
    const proposals = await proposalsIn(db).find({ subject }).sort({ _id: 1 }).toArray()
    const invitations = await invitationsIn(db).find({ 'steps.by': subject }).sort({ _id: 1 }).toArray()
    return {
      invitations: invitations.map(({ library, role, state, expires, steps }) => ({
        library,
        role,
        state,
        expires: expires.toISOString(),
        steps: stepsOf(steps, subject),
      })),
      roles: roles.map(({ library, role, state, expires, steps }) => ({
        library,
        role,
        state,
        expires: expires?.toISOString() ?? null,
        steps: stepsOf(steps, subject),
      })),
      proposals: proposals.map(({ library, state, expires, steps }) => ({
        library,
        state,
        expires: expires.toISOString(),
        steps: stepsOf(steps, subject),
      })),
    }
  },

  async erase({ db }, subject) {
    await membershipsIn(db).deleteMany({ subject })
    await proposalsIn(db).deleteMany({ subject })
    await peopleIn(db).deleteOne({ _id: subject })
    for (const name of stepped) {
      const collection = steppedIn(db, name)
      const touched = await collection
        .find({ 'steps.by': subject }, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .toArray()
      for (const { _id } of touched) await forgetName(collection, _id, subject)
    }
  },
}

/** Others who took a step are named to nobody but staff. */
function stepsOf(steps: SteppedDoc['steps'], subject: string): PersonalValue {
  return steps.map(({ state, by, at, reason }) => ({
    state,
    at: at.toISOString(),
    reason,
    own: by === subject,
  }))
}

async function forgetName(
  collection: ReturnType<typeof steppedIn>,
  _id: string,
  subject: string,
): Promise<void> {
  for (let tried = 0; tried < tries; tried++) {
    const doc = await collection.findOne({ _id })
    if (!doc?.steps.some(({ by, name }) => by === subject && name !== '')) return
    const steps = doc.steps.map((step) => (step.by === subject ? { ...step, name: '' } : step))
    const { matchedCount } = await collection.updateOne(
      { _id, rev: doc.rev },
      { $set: { steps }, $inc: { rev: 1 } },
    )
    if (matchedCount === 1) return
  }
  throw new Error(`The document ${_id} changes all the time; its names are taken out at the next try.`)
}
