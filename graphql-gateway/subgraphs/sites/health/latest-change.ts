// When somebody last worked on a site.
import type { Db } from 'mongodb'
import { publicationsIn } from '../releases/documents.ts'
import { sitePagesIn } from '../store/documents.ts'

/** The latest of a change of a draft and a publication; null where there is neither. */
export async function latestChange(db: Db, site: string): Promise<Date | null> {
  const [pages, [publication]] = await Promise.all([
    sitePagesIn(db)
      .find({ site }, { projection: { updatedAt: 1 } })
      .toArray(),
    publicationsIn(db)
      .find({ site }, { projection: { at: 1 } })
      .sort({ site: 1, number: -1 })
      .limit(1)
      .toArray(),
  ])
  const times = [...pages.map(({ updatedAt }) => updatedAt), ...(publication ? [publication.at] : [])]
  return times.reduce<Date | null>((latest, at) => (latest && latest > at ? latest : at), null)
}
