// What the store keeps of regions, libraries and pages.
import type { Db } from 'mongodb'
import type { LibraryContent } from '../model/libraries.ts'

export interface RegionDoc {
  readonly _id: string
  readonly name: string
  /** Empty for a province. */
  readonly parentId: string
  /** Libraries in the region and in all regions below it. */
  readonly libraryCount: number
}

export interface LibraryDoc extends Omit<LibraryContent, 'id'> {
  readonly _id: string
  /** Place in lists: the nation first, then by division code, so that a region stands before what is below it. */
  readonly place: string
}

export interface PageDoc {
  /** Path of the page. */
  readonly _id: string
  readonly rev: number
  /** The builder document as JSON. */
  readonly document: string
  readonly updatedAt: Date
}

export const regionsIn = (db: Db) => db.collection<RegionDoc>('regions')
export const librariesIn = (db: Db) => db.collection<LibraryDoc>('libraries')
export const pagesIn = (db: Db) => db.collection<PageDoc>('pages')
