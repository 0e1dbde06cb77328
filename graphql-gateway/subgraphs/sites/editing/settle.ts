// Carries out what a change of a page has still to leave elsewhere: its revision, its edits, its line in the audit log.
import type { AuditPort } from '@shuxiang/audit/contract'
import type { Db } from 'mongodb'
import { noteChanger } from '../review/changers.ts'
import { sitePagesIn, type SitePageDoc } from '../store/documents.ts'
import { keepDocument, keptAnew } from '../store/kept-documents.ts'
import { newRevision, opsIn, revisionsIn, type OpDoc, type RevisionDoc } from './documents.ts'

/** Where it is left. */
export interface SettleParts {
  readonly db: Db
  readonly audit: AuditPort
}

/** The page as it is stored, with nothing left to do. Every step may be repeated. Errors: those of store and audit log. */
export async function settled({ db, audit }: SettleParts, page: SitePageDoc): Promise<SitePageDoc> {
  const { pending, ...rest } = page
  if (!pending) return page.hash === undefined ? begun(db, page) : page
  // Side by side: others wait for their turn at the page. Where one fails the other has ended, too, before anybody repeats them.
  const revision = pending.revision ? keepRevision(db, pending.revision, page.document) : page.hash
  const ops = keepOps(db, pending.ops)
  await Promise.allSettled([revision, ops])
  const [hash] = await Promise.all([revision, ops])
  if (pending.deed) {
    await audit.record(pending.deed)
    // Another address is no revision.
    if (page.changed) await noteChanger(db, page.site, { ...page.changed, object: page._id, rev: page.rev })
  }
  await sitePagesIn(db).updateOne(
    { _id: page._id, rev: page.rev },
    { $unset: { pending: '' }, ...(hash === undefined ? {} : { $set: { hash } }) },
  )
  return { ...rest, ...(hash === undefined ? {} : { hash }) }
}

async function keepOps(db: Db, ops: readonly OpDoc[]): Promise<void> {
  if (ops.length === 0) return
  await opsIn(db).bulkWrite(
    ops.map(({ _id, ...op }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: op }, upsert: true },
    })),
    { ordered: false },
  )
}

/** A page that a template gave and nobody changed: how it began is kept before it changes. */
async function begun(db: Db, page: SitePageDoc): Promise<SitePageDoc> {
  const { _id, rev, document, updatedAt: at } = page
  const hash = await keepRevision(db, newRevision(page, 'begin', { by: '', name: '', at }), document)
  await sitePagesIn(db).updateOne({ _id, rev }, { $set: { hash } })
  return { ...page, hash }
}

async function keepRevision(
  db: Db,
  { _id, ...revision }: Omit<RevisionDoc, 'hash'>,
  document: string,
): Promise<string> {
  const { hash, isNew } = await keptAnew(db, document)
  await revisionsIn(db).updateOne({ _id }, { $setOnInsert: { ...revision, hash } }, { upsert: true })
  // Whoever takes away documents that no revision names may have come between the two, to one that was there before.
  return isNew ? hash : keepDocument(db, document)
}
