// Freezes what a site is now, drafts and facts, for the job that publishes it.
import { parsePageText } from '@shuxiang/site-model'
import type { Db, Filter } from 'mongodb'
import { keepPublished } from '../editing/revisions.ts'
import { sitePagesIn, sitesIn, type SiteDoc } from '../store/documents.ts'
import { hashOfLook, lookOf, type Look } from '../review/look.ts'
import { changesIn, type ChangedSince, type SeenSite } from './changed-since.ts'
import { keepDocuments } from '../store/kept-documents.ts'
import { mostPages } from '../store/read.ts'
import { frozenFacts, numbered, publicationsIn, type FrozenPage, type PublicationDoc } from './documents.ts'
import { insertNext, lastNumber } from './numbered.ts'
import { namesParts } from './shared-parts.ts'
import { wakePublishJob } from './wake.ts'

export interface PublicationWish {
  /** Code of the site. */
  readonly site: string
  /** Subject of who asks; null: the product itself. */
  readonly by: string | null
  /** Their user name. */
  readonly name?: string
  readonly at: Date
  /** When it is to be live; without one, at once. */
  readonly publishAt?: Date
  /** What was looked at: a site that is another one meanwhile is not published. */
  readonly seen?: SeenSite
  /** Asked of exactly what would be published; without it nobody has to let it pass. */
  readonly letPass?: (frozen: FrozenSite) => Promise<Passed>
}

/** What would be published. */
export interface FrozenSite {
  readonly site: SiteDoc
  readonly look: Look
  readonly hash: string
}

/** Ids of the approvals by which it passes, or why it does not. */
export type Passed = { readonly letThrough: readonly string[] } | { readonly hindered: Error }

export interface AskedPublication {
  readonly number: number
  /** Publications that were asked for before, were not live yet, and will never be. */
  readonly superseded: readonly number[]
}

/** Paths of the pages of a site that wait for somebody to choose between two texts. */
export async function unsettledPaths(db: Db, site: string): Promise<readonly string[]> {
  const pages = await sitePagesIn(db)
    .find({ site, 'clashes.0': { $exists: true } }, { projection: { path: 1 } })
    .sort({ site: 1, path: 1 })
    .limit(mostPages)
    .toArray()
  return pages.map(({ path }) => path)
}

/** Two have changed the same, and nobody has chosen yet: such pages are not published. */
export interface Unsettled {
  /** Paths of the pages. */
  readonly unsettled: readonly string[]
}

/** Null when there is no such site. */
export async function askPublication(
  db: Db,
  { site, by, name = '', at, publishAt = at, seen, letPass }: PublicationWish,
): Promise<
  AskedPublication | Unsettled | { readonly changed: ChangedSince } | { readonly hindered: Error } | null
> {
  const doc = await sitesIn(db).findOne({ _id: site, state: 'live' })
  if (!doc) return null
  const drafts = await sitePagesIn(db)
    .find({ site }, { projection: { path: 1, rev: 1, document: 1, formerPaths: 1, 'clashes.id': 1 } })
    .sort({ site: 1, path: 1 })
    .limit(mostPages)
    .toArray()
  const unsettled = drafts.filter(({ clashes = [] }) => clashes.length > 0)
  if (unsettled.length > 0) return { unsettled: unsettled.map(({ path }) => path) }
  // Of what was just read, so that nothing that is written meanwhile goes live unseen.
  const changed = seen && changesIn(doc, drafts, seen)
  if (changed) return { changed }
  const hashes = await keepDocuments(
    db,
    drafts.map(({ document }) => document),
  )
  const look = await lookOf(
    doc,
    drafts.map(({ _id: page, path, formerPaths = [] }, n) => ({
      ...{ page, path, formerPaths },
      document: hashes[n] ?? '',
    })),
  )
  const hash = await hashOfLook(site, look)
  const passed = letPass ? await letPass({ site: doc, look, hash }) : { letThrough: [] }
  if ('hindered' in passed) return passed
  await keepPublished(db, site, hashes)
  if (doc.sharesParts !== true && namesParts(drafts.map(({ document }) => document)))
    await sitesIn(db).updateOne({ _id: site }, { $set: { sharesParts: true } })
  const { number } = await insertNext(
    () => lastNumber(db.collection('site_publications'), site),
    async (next): Promise<PublicationDoc> => {
      const publication: PublicationDoc = {
        _id: numbered(site, next),
        site,
        number: next,
        state: 'asked',
        by,
        name,
        at,
        dueAt: publishAt,
        nextTryAt: publishAt,
        tries: 0,
        facts: frozenFacts(doc),
        ...{ rev: doc.rev ?? 0, reviewSteps: doc.reviewSteps ?? 1, hash },
        ...(passed.letThrough.length > 0 && { letThrough: passed.letThrough }),
        pages: drafts.map(({ _id: page, rev, path, formerPaths = [] }, n) => ({
          ...{ page, rev, path },
          document: hashes[n] ?? '',
          ...(formerPaths.length > 0 && { formerPaths }),
          ...timesOf(drafts[n]?.document ?? ''),
        })),
      }
      await publicationsIn(db).insertOne(publication)
      return publication
    },
  )
  const superseded = await supersede(db, site, number)
  await wakePublishJob(db, at)
  return { number, superseded }
}

/** Takes one back that is not live yet. */
export async function takeBack(db: Db, site: string, number: number): Promise<void> {
  await publicationsIn(db).updateOne(
    { _id: numbered(site, number), state: { $in: ['asked', 'rendering'] } },
    { $set: { state: 'superseded' } },
  )
}

/** When a page stands; of one that cannot be read nothing is known, and the job says so. Few have times: the others are not read. */
function timesOf(document: string): Pick<FrozenPage, 'from' | 'until'> {
  if (!/"(?:from|until)"/.test(document)) return {}
  const parsed = parsePageText(document)
  if (!parsed.ok) return {}
  const { from, until } = parsed.value.meta
  return { ...(from && { from }), ...(until && { until }) }
}

/** Ends the publications of a site before this number that are not live yet; tells which they were. */
function supersede(db: Db, site: string, before: number): Promise<readonly number[]> {
  return end(db, { site, number: { $lt: before } })
}

/** Ends those that would be live by now, were they finished. */
export function supersedeDue(db: Db, site: string, now: Date): Promise<readonly number[]> {
  return end(db, { site, dueAt: { $lte: now } })
}

async function end(db: Db, which: Filter<PublicationDoc>): Promise<readonly number[]> {
  const waiting = { ...which, state: { $in: ['asked', 'rendering'] } } satisfies Filter<PublicationDoc>
  const ended = await publicationsIn(db)
    .find(waiting, { projection: { number: 1 } })
    .sort({ site: 1, number: 1 })
    .toArray()
  if (ended.length > 0) await publicationsIn(db).updateMany(waiting, { $set: { state: 'superseded' } })
  return ended.map(({ number }) => number)
}
