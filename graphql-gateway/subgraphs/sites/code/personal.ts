// What code of libraries keeps of people: who asked for it and who settled it. The deed stays, the name goes with the account.
import type { PersonalData } from '@shuxiang/subgraph-kit/module'
import { codesIn } from './documents.ts'

export const personal: PersonalData = {
  async export({ db }, subject) {
    const asked = await codesIn(db).find({ by: subject }).sort({ _id: 1 }).toArray()
    const settled = await codesIn(db).find({ 'settled.by': subject }).sort({ _id: 1 }).toArray()
    return {
      asked: asked.map(({ _id, title, why, askedAt }) => ({
        ...{ code: _id, title, why },
        at: new Date(askedAt).toISOString(),
      })),
      settled: settled.map(({ _id, state }) => ({ code: _id, state })),
    }
  },
  async erase({ db }, subject) {
    await codesIn(db).updateMany({ by: subject }, { $set: { name: '' } })
    await codesIn(db).updateMany({ 'settled.by': subject }, { $set: { 'settled.name': '' } })
  },
}
