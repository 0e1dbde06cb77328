// Who wrote what of a site is not live yet.
import type { Db } from 'mongodb'
import { revisionsIn } from '../editing/documents.ts'
import type { SiteDoc } from '../store/documents.ts'
import { numbered, publicationsIn } from './documents.ts'

/** Whether somebody has changed a page since what is live was frozen, whoever else changed it after them. */
export async function hasWritten(
  db: Db,
  { _id: site, live }: Pick<SiteDoc, '_id' | 'live'>,
  subject: string,
): Promise<boolean> {
  const publication = live
    ? await publicationsIn(db).findOne({ _id: numbered(site, live.publication) }, { projection: { at: 1 } })
    : null
  const since = publication?.at ?? new Date(0)
  return (await revisionsIn(db).countDocuments({ site, by: subject, at: { $gt: since } }, { limit: 1 })) > 0
}
