// What the store keeps of publishing: publications that are asked for, the releases they lead to, and wishes for new answers.
import type { Db } from 'mongodb'
import type { SiteDoc } from '../store/documents.ts'

/** What of a site stands on its pages, frozen with them. Whoever adds a fact of sites that pages show adds it here. */
export const factNames = [
  'names',
  'seal',
  'logo',
  'theme',
  'menu',
  'filings',
  'languages',
] as const satisfies readonly (keyof SiteDoc)[]
export type SiteFacts = Pick<SiteDoc, (typeof factNames)[number]>

/** Those of a site, without what nobody has said. */
export function frozenFacts({ names, seal, logo, theme, menu, filings, languages }: SiteFacts): SiteFacts {
  return {
    ...{ names, seal, theme, menu },
    ...(logo && { logo }),
    ...(filings && { filings }),
    ...(languages && { languages }),
  }
}

/** A page as it was when it was frozen. */
export interface FrozenPage {
  /** Id and revision of the page; absent in publications of before. */
  readonly page?: string
  readonly rev?: number
  readonly path: string
  /** Hash of its document among those that are kept. */
  readonly document: string
  /** Addresses that it had, newest first; absent where it always stood here. */
  readonly formerPaths?: readonly string[]
  /** When readers find it, as its document has it; absent: always. */
  readonly from?: string
  readonly until?: string
}

/**
 * `asked` -> `rendering` -> `live`, or `refused` by a check. `superseded`: a later publication, or going back to an earlier
 * release, came before it was live.
 */
export type PublicationState = 'asked' | 'rendering' | 'live' | 'refused' | 'superseded'

/** What a check found, in words for a librarian. */
export interface PublicationFinding {
  readonly rule: string
  /** Path of the page; null when it is about the site. */
  readonly page: string | null
  readonly block: string | null
  /** Of the block or, without one, of the page; absent where none is meant, and in publications of before. */
  readonly field?: string
  readonly words: Readonly<Record<string, string>>
  readonly blocking: boolean
}

export interface PublicationDoc {
  /** `<site>:<number>` */
  readonly _id: string
  readonly site: string
  /** Counted by site, from 1. */
  readonly number: number
  readonly state: PublicationState
  /** Subject of who asked for it; null: the product itself. */
  readonly by: string | null
  /** Their user name; empty for the product, and when the person is gone. */
  readonly name: string
  readonly at: Date
  /** When it is to be live: the instant it was asked for, or a later one. */
  readonly dueAt: Date
  /** Not tried before: after `dueAt` when a try failed. */
  readonly nextTryAt: Date
  readonly tries: number
  readonly facts: SiteFacts
  /** Of the site itself; absent in publications of before, as what follows. */
  readonly rev?: number
  readonly reviewSteps?: 1 | 2 | 3
  /** Of what is published, as it was looked at. */
  readonly hash?: string
  /** Ids of the approvals without which it must not be live. */
  readonly letThrough?: readonly string[]
  /** In the order of their paths. */
  readonly pages: readonly FrozenPage[]
  readonly findings?: readonly PublicationFinding[]
}

/** What is served at an address. */
export interface RouteDoc {
  /** Path and, for a page, the language it is in; null for what has none, such as a sitemap. */
  readonly path: string
  readonly language: string | null
  /** Hash of its bytes. */
  readonly artifact: string
  readonly type: string
  /** Query parameters by which the page would be another one: with one of these it is drawn for the request. */
  readonly parameters?: readonly string[]
  /** Something that microfrontends offer stands on it, or that a reader's device fills: it is drawn for each request. */
  readonly perRequest?: true
}

/** Where a logo lies, and its size in pixels. */
export interface LogoDoc {
  readonly url: string
  readonly width: number
  readonly height: number
}

export type ReleaseReason = 'publish' | 'refresh' | 'rollback'

/** Everything that a site serves from one moment on; never changed once it is written. */
export interface ReleaseDoc {
  /** `<site>:<number>` */
  readonly _id: string
  readonly site: string
  /** Counted by site, from 1. */
  readonly number: number
  /** The publication whose documents it shows. */
  readonly publication: number
  readonly why: ReleaseReason
  /** The release that it brings back, for `rollback`. */
  readonly of: number | null
  readonly by: string | null
  readonly name: string
  readonly at: Date
  /** Hash of what it serves: equal for equal routes. */
  readonly hash: string
  readonly routes: readonly RouteDoc[]
  /** Paths of pages that are new or other than in the release before it. */
  readonly changed: readonly string[]
  /** Hash of the artifact with the answers that its pages show. */
  readonly answers: string
  /** Hash of the artifact with the words of its pages, for search. */
  readonly words: string
  /** Operations that got no answer, so that former answers or none are shown. */
  readonly stale: readonly string[]
  /** The picture in the place of its seal, as it was drawn; absent where the seal stands. */
  readonly logo?: LogoDoc
  /** Since when it was served; absent for one that never was. */
  readonly liveAt?: Date
}

/** Bytes by their content, of any number of releases and sites. */
export interface ArtifactDoc {
  /** SHA-256 of the plain bytes in hexadecimal. */
  readonly _id: string
  readonly br: Uint8Array
  readonly gzip: Uint8Array
  /** Length of the plain bytes. */
  readonly size: number
  /** When somebody last needed it for a release that was being made. */
  readonly neededAt: Date
}

/** Somebody knows that answers on the pages of a site have changed. */
export interface RefreshDoc {
  /** Code of the site. */
  readonly _id: string
  readonly askedAt: Date
  /** Not tried before: after `askedAt` when a try failed. */
  readonly nextTryAt: Date
  /** Grows with every wish: one that came while the pages were drawn is not lost. */
  readonly count: number
}

export const numbered = (site: string, number: number): string => `${site}:${number}`

export const publicationsIn = (db: Db) => db.collection<PublicationDoc>('site_publications')
export const releasesIn = (db: Db) => db.collection<ReleaseDoc>('site_releases')
export const artifactsIn = (db: Db) => db.collection<ArtifactDoc>('site_artifacts')
export const refreshesIn = (db: Db) => db.collection<RefreshDoc>('site_refreshes')
