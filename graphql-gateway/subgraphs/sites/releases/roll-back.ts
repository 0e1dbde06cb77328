// Goes back to an earlier release: what it served is served again, under a new number.
import type { Db } from 'mongodb'
import { sitesIn } from '../store/documents.ts'
import { activate } from './activate.ts'
import { supersedeDue } from './ask-publication.ts'
import { numbered, releasesIn, type ReleaseDoc } from './documents.ts'
import { insertNext, lastNumber } from './numbered.ts'

export interface RollBackWish {
  /** Code of the site. */
  readonly site: string
  /** Number of the release to go back to. */
  readonly to: number
  /** Subject of who asks; null: the product itself. */
  readonly by: string | null
  /** Their user name. */
  readonly name?: string
  readonly at: Date
}

/** A publication may become live between two looks; more than once is rare. */
const mostTries = 20

/** The number of the new release; null when there is no such release, or it was never served. */
export async function rollBack(
  db: Db,
  { site, to, by, name = '', at }: RollBackWish,
): Promise<number | null> {
  const former = await releasesIn(db).findOne({ _id: numbered(site, to) })
  const doc = await sitesIn(db).findOne({ _id: site })
  if (!former || !doc || (former.liveAt === undefined && doc.live?.release !== to)) return null
  // Whoever goes back does not want what was under way.
  await supersedeDue(db, site, at)
  const { liveAt: _, ...served } = former
  const release = await insertNext(
    () => lastNumber(db.collection('site_releases'), site),
    async (number): Promise<ReleaseDoc> => {
      const next: ReleaseDoc = {
        ...served,
        _id: numbered(site, number),
        number,
        why: 'rollback',
        of: to,
        by,
        name,
        at,
        changed: [],
      }
      await releasesIn(db).insertOne(next)
      return next
    },
  )
  for (let tries = 0; tries < mostTries; tries++) {
    const now = await sitesIn(db).findOne({ _id: site }, { projection: { live: 1 } })
    // What it shows may be of another day: it is drawn again at once.
    if (await activate(db, release, now?.live ?? null, { at, redrawAt: at, mark: '' })) return release.number
  }
  throw new Error(`The site ${site} got another release at every try to go back to ${to}.`)
}
