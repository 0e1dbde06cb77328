// Imports a site: pictures first, then pages that wait, then one word by which all of it is carried out, whatever ends midway.
import type { AuditPort } from '@shuxiang/audit/contract'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Db } from 'mongodb'
import { binIn, newRevision, type BinDoc } from '../editing/documents.ts'
import { settled } from '../editing/settle.ts'
import { askPublication } from '../releases/ask-publication.ts'
import { sitePagesIn, sitesIn, type SitePageDoc } from '../store/documents.ts'
import { importsIn, waitingIn, type ImportDoc, type WaitingPageDoc } from './documents.ts'
import type { ImportPlan } from './plan.ts'
import type { ImportPorts } from './ports.ts'

export interface ImportParts {
  readonly db: Db
  readonly audit: AuditPort
  readonly now: () => Date
  /** For tests: called after each step. */
  readonly passed?: (step: ImportStep) => Promise<void>
}

export const importSteps = [
  'pictures',
  'waiting',
  'word',
  'bin',
  'page',
  'pages',
  'facts',
  'published',
] as const
export type ImportStep = (typeof importSteps)[number]

export type ImportEnd = { readonly ok: true } | { readonly ok: false; readonly faults: readonly string[] }

/** Repeated after a crash it goes on; repeated after its end it changes nothing. `publish`: what is served becomes it, too. */
export async function importSite(
  parts: ImportParts,
  plan: ImportPlan,
  { takeAsset }: Pick<ImportPorts, 'takeAsset'>,
  publish: boolean,
): Promise<ImportEnd> {
  const { db, now, passed = async () => {} } = parts
  const faults: string[] = []
  for (const asset of plan.assets) {
    const taken = await takeAsset(asset, 'keep')
    if ('refused' in taken) faults.push(`${asset.description.name}: ${taken.refused}`)
  }
  if (faults.length > 0) return { ok: false, faults }
  await passed('pictures')
  const { site, hash, facts, pages, opens } = plan
  const at = now()
  for (const { id: page, ...waiting } of pages)
    await waitingIn(db).replaceOne(
      { _id: `${site}:${hash}:${page}` },
      { site, hash, page, at, ...waiting },
      { upsert: true },
    )
  await passed('waiting')
  const word: Omit<ImportDoc, '_id'> = {
    ...{ hash, at, facts, order: pages.map(({ id }) => id), publish: publish || opens },
    deed: {
      ...{ actor: 'operator', client: null, action: 'site.configure', outcome: 'done', reason: null },
      ...{ library: site, object: `site:${site}`, requestId: `import-${hash.slice(0, 12)}` },
      details: { what: 'import', content: hash, pages: pages.length },
    },
  }
  await importsIn(db).replaceOne({ _id: site }, word, { upsert: true })
  await passed('word')
  await finishImports(parts)
  return { ok: true }
}

/** Carries out imports whose pages are all there. Every step may be repeated, by several processes. */
export async function finishImports(parts: ImportParts): Promise<number> {
  const words = await importsIn(parts.db).find({}).sort({ _id: 1 }).toArray()
  for (const word of words) await finish(parts, word)
  return words.length
}

async function finish(parts: ImportParts, word: ImportDoc): Promise<void> {
  const { db, audit, now, passed = async () => {} } = parts
  const { _id: site, hash } = word
  const waiting = await waitingIn(db).find({ site, hash }).sort({ site: 1, hash: 1, page: 1 }).toArray()
  const coming = new Set(waiting.map(({ path }) => path))
  const stored = await sitePagesIn(db).find({ site }).sort({ site: 1, path: 1 }).toArray()
  for (const page of stored) if (!coming.has(page.path)) await intoBin(parts, page)
  await passed('bin')
  for (const page of waiting) {
    await put(parts, page)
    await passed('page')
  }
  await passed('pages')
  await putFacts(db, word, now())
  await passed('facts')
  await audit.record(word.deed)
  if (word.publish) await askPublication(db, { site, by: null, at: now() })
  await passed('published')
  await waitingIn(db).deleteMany({ site })
  // Another import of this site may have begun meanwhile.
  await importsIn(db).deleteOne({ _id: site, hash })
}

const nobody = (at: Date) => ({ by: '', name: '', at })

async function intoBin({ db, audit, now }: ImportParts, stored: SitePageDoc): Promise<void> {
  const { pending: _, ...page } = await settled({ db, audit }, stored)
  const removed: BinDoc = { ...page, removed: nobody(now()) }
  await binIn(db).replaceOne({ _id: page._id }, removed, { upsert: true })
  await sitePagesIn(db).deleteOne({ _id: page._id, rev: page.rev })
}

/** The page at the address becomes the one that waits; what it was stays among its revisions. */
async function put({ db, audit, now }: ImportParts, waiting: WaitingPageDoc): Promise<void> {
  const { site, path, document, title, formerPaths } = waiting
  const pages = sitePagesIn(db)
  const there = await pages.findOne({ $or: [{ site, path }, { _id: waiting.page }] })
  const at = now()
  if (there === null) {
    // Its id follows from the file: an earlier import may have made it, and a later one put it into the bin.
    const binned = await binIn(db).findOne({ _id: waiting.page }, { projection: { rev: 1 } })
    const rev = (binned?.rev ?? 0) + 1
    const page: SitePageDoc = {
      ...{ _id: waiting.page, site, path, rev, document, title, formerPaths, updatedAt: at },
      changed: nobody(at),
      pending: {
        revision: newRevision({ _id: waiting.page, site, rev }, 'begin', nobody(at)),
        ...{ ops: [], deed: null },
      },
    }
    await pages.insertOne(page).catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
    await settled({ db, audit }, page)
    await binIn(db).deleteOne({ _id: page._id, rev: { $lt: rev } })
    return
  }
  const page = await settled({ db, audit }, there)
  if (page.path === path && page.document === document) return
  const rev = page.rev + 1
  const next = {
    ...{ path, document, title, formerPaths, rev, updatedAt: at, changed: nobody(at) },
    pending: {
      revision: newRevision({ _id: page._id, site, rev }, 'restore', nobody(at)),
      ...{ ops: [], deed: null },
    },
  }
  const { matchedCount } = await pages.updateOne(
    { _id: page._id, rev: page.rev },
    // Whole as it comes: what was said of its former words is not true of these.
    { $set: next, $unset: { clashes: '', outdated: '' } },
  )
  if (matchedCount === 1) await settled({ db, audit }, { ...page, ...next })
  // Somebody has changed it at this moment: what they did is a revision, and this comes after it.
  else await put({ db, audit, now }, waiting)
}

async function putFacts(db: Db, { _id, facts, order }: ImportDoc, at: Date): Promise<void> {
  const there = await sitesIn(db).findOne({ _id })
  const { template, ...changeable } = facts
  if (!there) {
    await sitesIn(db).updateOne(
      { _id },
      { $setOnInsert: { state: 'live', ...changeable, template, order, openedAt: at } },
      { upsert: true },
    )
    return
  }
  const kept: readonly (keyof typeof changeable)[] = ['logo', 'languages', 'filings', 'reviewSteps']
  const absent = kept.filter((name) => changeable[name] === undefined)
  await sitesIn(db).updateOne(
    { _id },
    {
      $set: { ...changeable, template, order },
      $inc: { rev: 1 },
      // The operator's number counts at once.
      $unset: Object.fromEntries([...absent, 'lowered'].map((name) => [name, ''])),
    },
  )
}
