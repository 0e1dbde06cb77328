// What publishing keeps of people: who published and who went back. The deed stays, the name goes with the account.
import type { PersonalData } from '@shuxiang/subgraph-kit/module'
import { publicationsIn, releasesIn } from './documents.ts'

export const personal: PersonalData = {
  async export({ db }, subject) {
    const asked = await publicationsIn(db).find({ by: subject }).sort({ _id: 1 }).toArray()
    const back = await releasesIn(db).find({ by: subject, why: 'rollback' }).sort({ _id: 1 }).toArray()
    return {
      publications: asked.map(({ site, number, at }) => ({ site, number, at: at.toISOString() })),
      rollbacks: back.map(({ site, number, at }) => ({ site, number, at: at.toISOString() })),
    }
  },
  async erase({ db }, subject) {
    await publicationsIn(db).updateMany({ by: subject }, { $set: { name: '' } })
    await releasesIn(db).updateMany({ by: subject }, { $set: { name: '' } })
  },
}
