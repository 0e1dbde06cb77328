// Writes a release that is not live yet. Repeated after a crash it finds the one that it wrote.
import type { Db } from 'mongodb'
import { numbered, releasesIn, type ReleaseDoc } from './documents.ts'
import { insertNext, lastNumber } from './numbered.ts'

export type NewRelease = Omit<ReleaseDoc, '_id' | 'number' | 'liveAt' | 'of'>

/** `after`: number of the release that is live; 0: none is. */
export async function writeRelease(db: Db, release: NewRelease, after: number): Promise<ReleaseDoc> {
  const { site, publication, hash, why } = release
  const written = await releasesIn(db).findOne({
    site,
    number: { $gt: after },
    publication,
    hash,
    why,
    liveAt: { $exists: false },
  })
  if (written) return written
  return insertNext(
    () => lastNumber(db.collection('site_releases'), site),
    async (number): Promise<ReleaseDoc> => {
      const next: ReleaseDoc = { ...release, _id: numbered(site, number), number, of: null }
      await releasesIn(db).insertOne(next)
      return next
    },
  )
}
