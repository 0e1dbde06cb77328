// What the store keeps of editing: revisions of pages, single edits, pages that were taken away.
import type { AuditEntry } from '@shuxiang/audit/contract'
import type { Db } from 'mongodb'
import type { SitePageDoc } from '../store/documents.ts'
import type { DoneBy, OpDoc, PendingDoc, RevisionDoc, RevisionReason } from './page-marks.ts'

export type { ClashDoc, DoneBy, OpDoc, PendingDoc, RevisionDoc, RevisionReason } from './page-marks.ts'

/** A page that was taken away. */
export interface BinDoc extends SitePageDoc {
  readonly removed: DoneBy
  /** Not yet in the audit log. */
  readonly deed?: AuditEntry
}

export const revisionId = (page: string, rev: number): string => `${page}:${rev}`
export const opId = (page: string, id: string): string => `${page}:${id}`

export const revisionsIn = (db: Db) => db.collection<RevisionDoc>('site_revisions')
export const opsIn = (db: Db) => db.collection<OpDoc>('site_ops')
export const binIn = (db: Db) => db.collection<BinDoc>('site_bin')

/** A revision that a change of a page makes. */
export const newRevision = (
  page: Pick<SitePageDoc, '_id' | 'site' | 'rev'>,
  why: RevisionReason,
  { by, name, at }: DoneBy,
): NonNullable<PendingDoc['revision']> => ({
  ...{ _id: revisionId(page._id, page.rev), site: page.site, page: page._id, rev: page.rev },
  ...{ by, name, at, why, label: '' },
})
