// Who gave in a picture or a file: it stays with the library, the name goes with the account.
import type { PersonalData } from '@shuxiang/subgraph-kit/module'
import { mostAssets } from '../bounds.ts'
import { assetsIn } from './documents.ts'

export const personal: PersonalData = {
  async export({ db }, subject) {
    const given = await assetsIn(db)
      .find({ by: subject }, { projection: { library: 1, name: 1, at: 1 } })
      .sort({ by: 1, _id: 1 })
      .limit(mostAssets)
      .toArray()
    return {
      given: given.map(({ library, name, at }) => ({ library, name, at: at.toISOString() })),
    }
  },

  async erase({ db }, subject) {
    await assetsIn(db).updateMany({ by: subject, byName: { $gt: '' } }, { $set: { byName: '' } })
  },
}
