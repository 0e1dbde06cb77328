// Who wrote what of a site is not live yet.
import { hashOf, type Json } from '@shuxiang/site-model'
import type { Db } from 'mongodb'
import { sitePagesIn, type SiteDoc } from '../store/documents.ts'
import { mostPages } from '../store/read.ts'
import { numbered, publicationsIn } from './documents.ts'

/** Whether somebody was the last to change a page whose draft is other than what is live. */
export async function hasWritten(
  db: Db,
  { _id: site, live }: Pick<SiteDoc, '_id' | 'live'>,
  subject: string,
): Promise<boolean> {
  const [own, publication] = await Promise.all([
    sitePagesIn(db)
      .find({ site, 'changed.by': subject }, { projection: { path: 1, document: 1 } })
      .sort({ site: 1, path: 1 })
      .limit(mostPages)
      .toArray(),
    live ? publicationsIn(db).findOne({ _id: numbered(site, live.publication) }) : null,
  ])
  const shown = new Map(publication?.pages.map(({ path, document }) => [path, document]))
  for (const { path, document } of own) {
    const draft: Json = JSON.parse(document)
    if (shown.get(path) !== (await hashOf(draft))) return true
  }
  return false
}
