// What of a site two versions are compared by: of a publication, and of the drafts as they are now.
import { hashOf, parsePageText, type Json, type PageDoc } from '@shuxiang/site-model'
import type { Db } from 'mongodb'
import type { PageRules, SiteVersion } from '../editing/ports.ts'
import { storedDocument } from '../editing/read-document.ts'
import { hashOfLook, lookOf, type LookedPage } from '../review/look.ts'
import { sitePagesIn, type SiteDoc } from '../store/documents.ts'
import { documentsOf } from '../store/kept-documents.ts'
import { mostPages } from '../store/read.ts'
import { frozenFacts, type PublicationDoc } from './documents.ts'

export async function publishedVersion(
  db: Db,
  { facts, reviewSteps, pages }: PublicationDoc,
  signal?: AbortSignal,
): Promise<SiteVersion> {
  const texts = await documentsOf(
    db,
    pages.map(({ document }) => document),
    signal,
  )
  return {
    ...facts,
    ...(reviewSteps !== undefined && { reviewSteps }),
    pages: pages.map(({ path, document, formerPaths = [] }) => {
      const parsed = parsePageText(texts.get(document) ?? '')
      return { path, formerPaths, doc: parsed.ok ? parsed.value : null }
    }),
  }
}

/** A version of which every page can be read. */
export interface DraftVersion extends SiteVersion {
  /** Of exactly this, as it is looked at. */
  readonly hash: string
  readonly pages: readonly {
    readonly path: string
    readonly formerPaths: readonly string[]
    readonly doc: PageDoc
  }[]
}

export async function draftVersion(
  db: Db,
  site: SiteDoc,
  rules: PageRules,
  signal?: AbortSignal,
): Promise<DraftVersion> {
  const { _id, reviewSteps = 1 } = site
  const drafts = await sitePagesIn(db)
    .find({ site: _id }, { projection: { path: 1, document: 1, formerPaths: 1 }, ...(signal && { signal }) })
    .sort({ site: 1, path: 1 })
    .limit(mostPages)
    .toArray()
  const looked = drafts.map(async ({ _id: page, path, document, formerPaths = [] }): Promise<LookedPage> => {
    const value: Json = JSON.parse(document)
    return { page, path, formerPaths, document: await hashOf(value) }
  })
  return {
    hash: await hashOfLook(_id, await lookOf(site, await Promise.all(looked))),
    ...{ ...frozenFacts(site), reviewSteps },
    pages: drafts.map(({ path, document, formerPaths = [] }) => ({
      ...{ path, formerPaths },
      doc: storedDocument(document, rules),
    })),
  }
}
