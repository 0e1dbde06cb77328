// Thins out what was saved by itself: all of a day, one an hour for a month, one a day for a year. What has a name stays.
import type { Db } from 'mongodb'
import { publicationsIn } from '../releases/documents.ts'
import { noteChanger } from '../review/changers.ts'
import { sitePagesIn } from '../store/documents.ts'
import { documentOf, forgetDocument, keepDocument } from '../store/kept-documents.ts'
import { day } from './bounds.ts'
import { binIn, revisionsIn, type RevisionDoc } from './documents.ts'

const hour = 3600 * 1000
/** Revisions that are looked at before the next are asked for. */
const batch = 200

/** From an age on, one revision of a page is kept of each span of time. */
interface Sieve {
  readonly from: number
  readonly span: number
  /** What those that are left are marked with. */
  readonly grain: 'hour' | 'day' | 'year'
}
const sieves: readonly Sieve[] = [
  { from: day, span: hour, grain: 'hour' },
  { from: 30 * day, span: day, grain: 'day' },
  { from: 365 * day, span: Infinity, grain: 'year' },
]

/** Takes away what is due at `now`; tells how many. May end at any place, and goes on the next time. */
export async function thinRevisions(db: Db, now: Date, signal: AbortSignal): Promise<number> {
  let taken = 0
  for (const [n, sieve] of sieves.entries()) {
    const grain = sieves[n - 1]?.grain
    const before = new Date(now.getTime() - sieve.from)
    for (;;) {
      signal.throwIfAborted()
      const due = await revisionsIn(db)
        .find({ why: 'autosave', grain: grain ?? { $exists: false }, at: { $lt: before } }, { signal })
        .sort({ at: 1, _id: 1 })
        .limit(batch)
        .toArray()
      for (const revision of due) if (await sift(db, revision, sieve)) taken++
      if (due.length < batch) break
    }
  }
  return taken
}

/** The last of its span stays, so the newest of a page does. Answers whether it was taken away. */
async function sift(db: Db, revision: RevisionDoc, { span, grain }: Sieve): Promise<boolean> {
  const { _id, page, rev, hash, at } = revision
  const end = span === Infinity ? null : new Date((Math.floor(at.getTime() / span) + 1) * span)
  const later = await revisionsIn(db).countDocuments(
    { page, rev: { $gt: rev }, ...(end ? { at: { $lt: end } } : {}) },
    { limit: 1 },
  )
  if (later === 0 || (await isPublished(db, revision))) {
    await revisionsIn(db).updateOne({ _id }, { $set: { grain } })
    return false
  }
  // Who wrote it must not let it pass, whoever wrote after them.
  await noteChanger(db, revision.site, { ...revision, object: page })
  // Somebody may have given it a name in this moment.
  const { deletedCount } = await revisionsIn(db).deleteOne({ _id, why: 'autosave' })
  if (deletedCount === 0) return false
  await forget(db, hash)
  return true
}

async function isPublished(db: Db, { site, hash }: RevisionDoc): Promise<boolean> {
  return (await publicationsIn(db).countDocuments({ site, 'pages.document': hash }, { limit: 1 })) > 0
}

/** Whether a revision, a page or a publication of any site names the document. */
async function isNamed(db: Db, hash: string): Promise<boolean> {
  const named = await Promise.all([
    revisionsIn(db).countDocuments({ hash }, { limit: 1 }),
    sitePagesIn(db).countDocuments({ hash }, { limit: 1 }),
    binIn(db).countDocuments({ hash }, { limit: 1 }),
    publicationsIn(db).countDocuments({ 'pages.document': hash }, { limit: 1 }),
  ])
  return named.some((count) => count > 0)
}

/** A document that nobody names goes. Who came to name it meanwhile finds it there again. */
async function forget(db: Db, hash: string): Promise<void> {
  if (await isNamed(db, hash)) return
  const document = await documentOf(db, hash)
  await forgetDocument(db, hash)
  if (document !== null && (await isNamed(db, hash))) await keepDocument(db, document)
}
