// What review keeps of people: who looked, who asked and answered, who changed something. The deed stays, the name goes with the account.
import type { PersonalData } from '@shuxiang/subgraph-kit/module'
import { approvalsIn, changersIn, reviewsIn } from './documents.ts'

export const personal: PersonalData = {
  async export({ db }, subject) {
    const given = await approvalsIn(db).find({ by: subject }).sort({ by: 1, _id: 1 }).toArray()
    const asked = await reviewsIn(db).find({ 'asked.by': subject }).sort({ _id: 1 }).toArray()
    const answered = await reviewsIn(db).find({ 'answered.by': subject }).sort({ _id: 1 }).toArray()
    const changed = await changersIn(db).find({ by: subject }).sort({ by: 1, _id: 1 }).toArray()
    return {
      approvals: given.map(({ site, at, words }) => ({ site, at: at.toISOString(), words })),
      asked: asked.map(({ _id: site, asked: said }) => ({ site, words: said?.words ?? '' })),
      answered: answered.map(({ _id: site, answered: said }) => ({ site, words: said?.words ?? '' })),
      changed: changed.map(({ site, object, at }) => ({ site, object, at: at.toISOString() })),
    }
  },
  async erase({ db }, subject) {
    await approvalsIn(db).updateMany({ by: subject }, { $set: { name: '' } })
    await changersIn(db).updateMany({ by: subject }, { $set: { name: '' } })
    await reviewsIn(db).updateMany({ 'asked.by': subject }, { $set: { 'asked.name': '' } })
    await reviewsIn(db).updateMany({ 'answered.by': subject }, { $set: { 'answered.name': '' } })
  },
}
