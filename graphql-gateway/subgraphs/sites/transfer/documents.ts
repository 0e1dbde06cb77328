// What the store keeps of an import: pages that wait, and the word that they are all there. From that word on it is carried out.
import type { AuditEntry } from '@shuxiang/audit/contract'
import type { Db } from 'mongodb'
import type { PlannedPage, SiteFacts } from './plan.ts'

export interface ImportDoc {
  /** Code of the site: one import at a time. */
  readonly _id: string
  readonly hash: string
  readonly at: Date
  readonly facts: SiteFacts
  /** Ids of its pages in their order, and how many wait. */
  readonly order: readonly string[]
  readonly publish: boolean
  readonly deed: AuditEntry
}

/** A page that waits for its import to be carried out. */
export interface WaitingPageDoc extends Omit<PlannedPage, 'id'> {
  /** `<site>:<hash of the import>:<page>` */
  readonly _id: string
  readonly site: string
  readonly hash: string
  readonly page: string
  readonly at: Date
}

export const importsIn = (db: Db) => db.collection<ImportDoc>('site_imports')
export const waitingIn = (db: Db) => db.collection<WaitingPageDoc>('site_import_pages')
