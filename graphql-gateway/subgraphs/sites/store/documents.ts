// What the store keeps of regions, libraries, pages and branch sites.
import type { AuditEntry } from '@shuxiang/audit/contract'
import type { Outdated } from '@shuxiang/site-model'
import type { Db } from 'mongodb'
import type { ClashDoc, DoneBy, PendingDoc } from '../editing/page-marks.ts'
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

/** Text by language (BCP 47). */
export type Words = Readonly<Record<string, string>>

export interface SiteLinkDoc {
  readonly path: string
  readonly words: Words
}

/** A library's own site. It is written after its pages: a site that is there is whole. */
export interface SiteDoc {
  /** Code of the library; a library has one site. */
  readonly _id: string
  readonly state: 'live' | 'closed'
  readonly names: Words
  /** Two characters that stand in its seal. */
  readonly seal: string
  /** Id of the picture that stands in the place of the seal; absent or empty: the seal stands. */
  readonly logo?: string
  /** Name of a theme of the installation. */
  readonly theme: string
  readonly menu: readonly SiteLinkDoc[]
  /** The template that it was made from. */
  readonly template: string
  readonly openedAt: Date
  /** Goes up with each change by an editor; absent before the first. */
  readonly rev?: number
  /** Languages (BCP 47) that its pages are written in; absent: Chinese and English. */
  readonly languages?: readonly string[]
  /** Numbers that stand in the footer. */
  readonly filings?: FilingsDoc
  /** How many people a publication takes; absent: one. */
  readonly reviewSteps?: 1 | 2 | 3
  /** It took more before: those count until what was changed with this `rev` of the site is live. */
  readonly lowered?: { readonly from: 1 | 2 | 3; readonly rev: number }
  /** Who changed last what stands on every page, with the `rev` that it made. */
  readonly changed?: DoneBy & { readonly rev: number }
  /** Ids of pages in the order in which the editor lists them; others come behind. */
  readonly order?: readonly string[]
  /** A page of it has named a part of the nation or the province: it is drawn again when one changes. */
  readonly sharesParts?: true
  /** What was done and is not yet in the audit log. */
  readonly deed?: AuditEntry
  /** What is served; absent until its first release. */
  readonly live?: LiveDoc
}

/** Filing numbers that Chinese law has on every page; empty where there is none. */
export interface FilingsDoc {
  /** Of the Ministry of Industry and Information Technology, such as 浙ICP备12345678号. */
  readonly icp: string
  /** Of the public security, such as 浙公网安备33010002000001号. */
  readonly publicSecurity: string
}

/** Points to the release that is served. Changed by compare-and-set of `release` only. */
export interface LiveDoc {
  readonly release: number
  readonly publication: number
  /** Hash of what it serves. */
  readonly hash: string
  readonly at: Date
  /** Its pages should be drawn again then; null: never by the clock. */
  readonly redrawAt: Date | null
  /** When its pages were last drawn, whether they came out the same or not. */
  readonly drawnAt: Date
  /** What the records and the drawing itself were then, in a word that changes with them. */
  readonly mark: string
}

export interface SitePageDoc {
  /**
   * Lasts, whatever address the page gets: `<site>:` and the path that it began with where a template gave it, else
   * something that was drawn.
   */
  readonly _id: string
  readonly site: string
  readonly path: string
  readonly rev: number
  /** The draft, a builder document as JSON. */
  readonly document: string
  readonly updatedAt: Date
  /** Of the home page, which is written first: the template that the site was begun as. */
  readonly begunAs?: string
  /** Of the document among those that are kept; absent before the first change. */
  readonly hash?: string
  /** As the document has it; absent before the first change. */
  readonly title?: Words
  readonly changed?: DoneBy
  /** Addresses that it had, newest first: they lead to it where no other page stands. */
  readonly formerPaths?: readonly string[]
  /** Changes of two that nobody has looked at yet. */
  readonly clashes?: readonly ClashDoc[]
  /** Translations whose source was changed since; of a page from before they were kept, none. */
  readonly outdated?: readonly Outdated[]
  readonly pending?: PendingDoc
}

/** Of a page that a template gives. A path has no colon before its first slash, so two never share one. */
export const sitePageId = (site: string, path: string): string => `${site}:${path}`

export const sitesIn = (db: Db) => db.collection<SiteDoc>('sites')
export const sitePagesIn = (db: Db) => db.collection<SitePageDoc>('site_pages')
export const regionsIn = (db: Db) => db.collection<RegionDoc>('regions')
export const librariesIn = (db: Db) => db.collection<LibraryDoc>('libraries')
export const pagesIn = (db: Db) => db.collection<PageDoc>('pages')
