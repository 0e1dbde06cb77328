// What editing keeps of people: who changed what, who said what about it, who is at which page. Who goes is named no more; what they wrote stays.
import type { PersonalData } from '@shuxiang/subgraph-kit/module'
import { sitePagesIn, sitesIn } from '../store/documents.ts'
import { forgetName, talksIn } from './comments.ts'
import { binIn, revisionsIn } from './documents.ts'
import { desksIn } from './presence.ts'

export const personal: PersonalData = {
  async export({ db }, subject) {
    const revisions = await revisionsIn(db)
      .find({ by: subject }, { projection: { site: 1, page: 1, rev: 1, at: 1, why: 1, label: 1 } })
      .sort({ by: 1, _id: 1 })
      .toArray()
    const talks = await talksIn(db).find({ people: subject }).sort({ people: 1, _id: 1 }).toArray()
    return {
      comments: talks.flatMap(({ _id: page, threads }) =>
        threads.flatMap(({ comments }) =>
          comments
            .filter(({ by }) => by === subject)
            .map(({ at, text }) => ({ page, at: at.toISOString(), text })),
        ),
      ),
      revisions: revisions.map(({ site, page, rev, at, why, label }) => ({
        ...{ site, page, rev, why, label },
        at: at.toISOString(),
      })),
    }
  },

  async erase({ db }, subject) {
    await desksIn(db).deleteMany({ by: subject })
    await forgetName(db, subject)
    await revisionsIn(db).updateMany({ by: subject }, { $set: { name: '' } })
    await sitePagesIn(db).updateMany({ 'changed.by': subject }, { $set: { 'changed.name': '' } })
    await sitePagesIn(db).updateMany(
      { 'clashes.by': subject },
      { $set: { 'clashes.$[own].name': '' } },
      { arrayFilters: [{ 'own.by': subject }] },
    )
    await sitesIn(db).updateMany({ 'changed.by': subject }, { $set: { 'changed.name': '' } })
    await binIn(db).updateMany({ 'removed.by': subject }, { $set: { 'removed.name': '' } })
    await binIn(db).updateMany({ 'changed.by': subject }, { $set: { 'changed.name': '' } })
  },
}
