// What is looked at: everything of a site that readers would find, and the steps before it, under one hash.
import { hashOf, type Json } from '@shuxiang/site-model'
import type { Db } from 'mongodb'
import { sitePagesIn, type SiteDoc, type SitePageDoc } from '../store/documents.ts'
import { mostPages } from '../store/read.ts'
import { filingsOf, languagesOf } from '../store/unsaid.ts'
import { factNames, type PublicationDoc } from '../releases/documents.ts'

export interface LookedPage {
  /** Id of the page; its address where a publication of before does not tell it. */
  readonly page: string
  readonly path: string
  /** Hash of its document. */
  readonly document: string
  readonly formerPaths: readonly string[]
}

/** By contents, not by revisions: who writes a word and takes it back has changed nothing. */
export interface Look {
  /** Hash of what stands on every page, and of the steps of review. */
  readonly facts: string
  /** In the order of their paths. */
  readonly pages: readonly LookedPage[]
}

type LookedSite = Pick<SiteDoc, (typeof factNames)[number] | 'reviewSteps'>

const byPath = (one: LookedPage, other: LookedPage): number => (one.path < other.path ? -1 : 1)

function factsOf(site: LookedSite): Promise<string> {
  const facts: Record<string, Json> = {}
  // Saying what stands where nobody has said anything is no change.
  const { reviewSteps = 1, logo = '' } = site
  const said = { ...site, reviewSteps, logo, languages: languagesOf(site), filings: filingsOf(site) }
  for (const name of [...factNames, 'reviewSteps'] as const)
    facts[name] = JSON.parse(JSON.stringify(said[name] ?? null))
  return hashOf(facts)
}

export async function lookOf(site: LookedSite, pages: readonly LookedPage[]): Promise<Look> {
  return { facts: await factsOf(site), pages: pages.toSorted(byPath) }
}

/** The same for the same contents of the same site, and for nothing else. */
export function hashOfLook(site: string, { facts, pages }: Look): Promise<string> {
  return hashOf({
    ...{ site, facts },
    pages: pages.map(({ page, path, document, formerPaths }) => ({
      ...{ page, path, document, formerPaths: [...formerPaths] },
    })),
  })
}

/** What readers find by a publication. `steps`: where it does not tell them. */
export function publishedLook(
  { facts, reviewSteps, pages }: Pick<PublicationDoc, 'facts' | 'reviewSteps' | 'pages'>,
  steps: number,
): Promise<Look> {
  const known = reviewSteps ?? steps
  return lookOf(
    { ...facts, reviewSteps: known === 3 ? 3 : known === 2 ? 2 : 1 },
    pages.map(({ page, path, document, formerPaths = [] }) => ({
      ...{ page: page ?? path, path, document, formerPaths },
    })),
  )
}

/** A page as it is read to be looked at. */
export type DraftPage = Pick<
  SitePageDoc,
  '_id' | 'path' | 'rev' | 'formerPaths' | 'changed' | 'updatedAt' | 'hash' | 'pending'
>

/** The drafts as they are now. */
export async function draftLook(
  db: Db,
  site: SiteDoc,
  signal?: AbortSignal,
): Promise<{ readonly look: Look; readonly hash: string; readonly drafts: readonly DraftPage[] }> {
  const options = signal ? { signal } : {}
  const drafts: DraftPage[] = await sitePagesIn(db)
    .find(
      { site: site._id },
      {
        ...options,
        projection: { path: 1, rev: 1, formerPaths: 1, changed: 1, updatedAt: 1, hash: 1, pending: 1 },
      },
    )
    .sort({ site: 1, path: 1 })
    .limit(mostPages)
    .toArray()
  // While something of a change is still to be done its hash is that of the document before.
  const unsure = drafts.filter(({ hash, pending }) => hash === undefined || pending?.revision)
  const texts = new Map(
    unsure.length === 0
      ? []
      : (
          await sitePagesIn(db)
            .find({ _id: { $in: unsure.map(({ _id }) => _id) } }, { ...options, projection: { document: 1 } })
            .toArray()
        ).map(({ _id, document }) => [_id, document]),
  )
  const pages = await Promise.all(
    drafts.map(async ({ _id, path, hash = '', formerPaths = [] }): Promise<LookedPage> => {
      const text = texts.get(_id)
      const value: Json = text === undefined ? null : JSON.parse(text)
      return { page: _id, path, formerPaths, document: text === undefined ? hash : await hashOf(value) }
    }),
  )
  const look = await lookOf(site, pages)
  return { look, hash: await hashOfLook(site._id, look), drafts }
}

/** What is other in one look than in another. */
export interface Difference {
  /** What stands on every page, or the steps. */
  readonly site: boolean
  /** Addresses of pages that were changed, made, moved or taken away. */
  readonly pages: readonly string[]
}

/** Null when nothing is. Pure. */
export function differenceOf(before: Look, after: Look): Difference | null {
  const was = new Map(before.pages.map((page) => [page.page, page]))
  // A publication of before knows its pages by their addresses.
  const of = (page: LookedPage): LookedPage | undefined => was.get(page.page) ?? was.get(page.path)
  const found = new Set<LookedPage>()
  const pages = after.pages.flatMap((page) => {
    const old = of(page)
    if (old) found.add(old)
    return old && isSame(old, page) ? [] : [page.path]
  })
  const gone = before.pages.filter((page) => !found.has(page)).map(({ path }) => path)
  const site = before.facts !== after.facts
  return site || pages.length + gone.length > 0 ? { site, pages: [...pages, ...gone] } : null
}

const isSame = (one: LookedPage, other: LookedPage): boolean =>
  one.path === other.path &&
  one.document === other.document &&
  one.formerPaths.join('\n') === other.formerPaths.join('\n')
