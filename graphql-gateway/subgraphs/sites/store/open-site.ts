// Makes a library's site from what a template gives, and asks for its first publication. Repeated after a crash it goes on, and changes nothing of a site that is there.
import type { Db } from 'mongodb'
import { askPublication } from '../releases/ask-publication.ts'
import { publicationsIn } from '../releases/documents.ts'
import { sitePageId, sitePagesIn, sitesIn } from './documents.ts'
import type { NewSite } from './new-site.ts'
import { mostPages } from './read.ts'

/** `begunAs`: it was begun of another template and is not whole yet; nothing was done. */
export type Opened = 'made' | 'there' | { readonly begunAs: string }

/** The template of which a site was begun that is not there yet; null: none was begun. */
export async function begunTemplate(db: Db, code: string): Promise<string | null> {
  const home = await sitePagesIn(db).findOne(
    { _id: sitePageId(code, '/') },
    { projection: { _id: 0, begunAs: 1 } },
  )
  return home?.begunAs ?? null
}

/** Errors: `RangeError` for a site without a home page, or with more pages than a site may have. */
export async function openSite(
  db: Db,
  { code, names, seal, theme, menu, template, pages }: NewSite,
  now: Date,
): Promise<Opened> {
  const { '/': home, ...others } = Object.fromEntries(pages)
  if (home === undefined || pages.size > mostPages)
    throw new RangeError(
      `A site has a home page and at most ${mostPages} pages; ${template} gives ${code} ${pages.size}.`,
    )
  const there = await sitesIn(db).findOne({ _id: code }, { projection: { live: 1 } })
  if (there) {
    if (!there.live) await publishOnce(db, code, now)
    return 'there'
  }
  const first = (path: string, document: string) => ({ site: code, path, rev: 1, document, updatedAt: now })
  // One write decides of what template it is, before any other page is there.
  await sitePagesIn(db).updateOne(
    { _id: sitePageId(code, '/') },
    { $setOnInsert: { ...first('/', home), begunAs: template } },
    { upsert: true },
  )
  const begunAs = (await begunTemplate(db, code)) ?? template
  if (begunAs !== template) return { begunAs }
  const written = Object.entries(others).map(([path, document]) => ({
    updateOne: {
      filter: { _id: sitePageId(code, path) },
      update: { $setOnInsert: first(path, document) },
      upsert: true,
    },
  }))
  if (written.length > 0) await sitePagesIn(db).bulkWrite(written, { ordered: false })
  const { upsertedCount } = await sitesIn(db).updateOne(
    { _id: code },
    { $setOnInsert: { state: 'live', names, seal, theme, menu, template, openedAt: now } },
    { upsert: true },
  )
  await publishOnce(db, code, now)
  return upsertedCount === 1 ? 'made' : 'there'
}

/** Asks for the first publication, unless one was asked for before. */
async function publishOnce(db: Db, site: string, at: Date): Promise<void> {
  const asked = await publicationsIn(db).countDocuments({ site }, { limit: 1 })
  if (asked === 0) await askPublication(db, { site, by: null, at })
}
