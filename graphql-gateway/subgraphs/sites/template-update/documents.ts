// What a template gave a page last: the document from which template and library have gone on apart.
import type { Db } from 'mongodb'

export interface GivenDoc {
  /** Id of the page. */
  readonly _id: string
  readonly site: string
  /** The document as the template gave it, as JSON. */
  readonly document: string
  readonly at: Date
}

export const givenIn = (db: Db) => db.collection<GivenDoc>('site_given')
