// Pages of a site: made, given another address, taken away and brought back.
import { createHash } from 'node:crypto'
import { lockedTouched, type Localized, type PageDoc } from '@shuxiang/site-model'
import { badInput } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import { noteChanger } from '../review/changers.ts'
import { sitePagesIn, type SitePageDoc } from '../store/documents.ts'
import { mostPages } from '../store/read.ts'
import { mostFormerPaths } from './bounds.ts'
import { changePage, pathTaken } from './change-page.ts'
import { binIn, newRevision, type BinDoc } from './documents.ts'
import type { PageRules } from './ports.ts'
import { checkedText, storedDocument } from './read-document.ts'
import { noPage, type SiteScope } from './scope.ts'
import { settled } from './settle.ts'

type Scope = SiteScope<'page.draft'>

export interface NewPage {
  /** Drawn by who makes it: the same once more gives the page that is there. */
  readonly key: string
  readonly path: string
  readonly title: Localized
  /** A page of the same site; null: an empty one. */
  readonly copyOf: SitePageDoc | null
}

/** Errors: BAD_USER_INPUT for an address that another page has, and a site that has as many pages as it may. */
export async function createPage(scope: Scope, rules: PageRules, made: NewPage): Promise<SitePageDoc> {
  const { db, code, doer } = scope
  const about = JSON.stringify([code, doer.by, made.key])
  const _id = `${code}:${createHash('sha256').update(about).digest('base64url').slice(0, 22)}`
  const known = await sitePagesIn(db).findOne({ _id })
  if (known) return settled(scope, known)
  await checkRoom(scope)
  const copied = made.copyOf ? storedDocument(made.copyOf.document, rules) : null
  const doc: PageDoc = {
    ...(copied ?? { schema: 1, root: [], blocks: {} }),
    // A copy stands when somebody says so, and not while the other did.
    meta: {
      ...(copied?.meta.description && { description: copied.meta.description }),
      title: { ...made.title },
    },
  }
  const document = checkedText(scope, rules, copied, doc)
  const revision = newRevision({ _id, site: code, rev: 1 }, 'begin', doer)
  const page: SitePageDoc = {
    ...{ _id, site: code, path: made.path, rev: 1, document, title: doc.meta.title },
    ...{ updatedAt: doer.at, changed: doer },
    // A copy is as far translated as the other; its title is its own.
    outdated: (made.copyOf?.outdated ?? []).flatMap((mark, n) =>
      mark.block === null ? [] : [{ ...mark, id: `begin-${n}`, rev: 1 }],
    ),
    pending: { revision, ops: [], deed: scope.deed(`page:${_id}`, { what: 'create', path: made.path }) },
  }
  await sitePagesIn(db)
    .insertOne(page)
    .catch((error: unknown) => {
      throw isTaken(error) ? pathTaken() : error
    })
  return settled(scope, page)
}

async function checkRoom({ db, code, signal }: Scope): Promise<void> {
  const there = await sitePagesIn(db).countDocuments({ site: code }, { limit: mostPages, signal })
  if (there >= mostPages)
    throw badInput(`A site has at most ${mostPages} pages. Take one away first.`, 'too-many-pages')
}

const isHome = ({ path }: Pick<SitePageDoc, 'path'>): boolean => path === '/'

/** The former address leads to the page from then on. Errors: BAD_USER_INPUT for the home page, and an address that is taken. */
export function renamePage(scope: Scope, page: SitePageDoc, path: string): Promise<SitePageDoc> {
  return changePage(scope, page._id, (stored) => {
    if (isHome(stored)) throw badInput('The home page keeps its address.', 'home')
    if (stored.path === path) return null
    const former = [stored.path, ...(stored.formerPaths ?? [])].filter((one) => one !== path)
    return {
      path,
      formerPaths: [...new Set(former)].slice(0, mostFormerPaths),
      pending: {
        ...{ revision: null, ops: [] },
        deed: scope.deed(`page:${page._id}`, { what: 'rename', from: stored.path, to: path }),
      },
    }
  })
}

/**
 * Takes a page away for some days. The same once more changes nothing, and goes on where a process ended midway. Errors:
 * BAD_USER_INPUT for the home page, and for one with blocks of the nation.
 */
export async function removePage(scope: Scope, rules: PageRules, page: SitePageDoc): Promise<BinDoc> {
  if (isHome(page)) throw badInput('A site keeps its home page.', 'home')
  const doc = storedDocument(page.document, rules)
  if (!scope.national && lockedTouched(doc, { ...doc, root: [], blocks: {} }).length > 0)
    throw badInput('The page has blocks that were given by the nation; it stays.', 'locked')
  const { pending: _, ...whole } = await settled(scope, page)
  const deed = scope.deed(`page:${page._id}`, { what: 'remove', path: page.path })
  const removed: BinDoc = { ...whole, removed: scope.doer, deed }
  // In the bin first: in both it is a page, in neither it would be lost.
  await binIn(scope.db).replaceOne({ _id: page._id }, removed, { upsert: true })
  const { deletedCount } = await sitePagesIn(scope.db).deleteOne({ _id: page._id, rev: page.rev })
  if (deletedCount === 0 && (await sitePagesIn(scope.db).findOne({ _id: page._id })))
    throw badInput('Somebody has changed the page at this moment. Look at it again.', 'busy')
  return noted(scope, removed)
}

/** Notes what a process that ended did not. */
export async function noted({ db, audit }: Pick<Scope, 'db' | 'audit'>, removed: BinDoc): Promise<BinDoc> {
  const { deed, ...rest } = removed
  if (!deed) return removed
  await audit.record(deed)
  // The bin forgets the page before readers do, where nobody publishes for long.
  await noteChanger(db, removed.site, { ...removed.removed, object: removed._id, rev: removed.rev + 1 })
  await binIn(db).updateOne({ _id: removed._id }, { $unset: { deed: '' } })
  return rest
}

/** Brings a page back, at its address or another. The same once more changes nothing. Errors: BAD_USER_INPUT. */
export async function restorePage(scope: Scope, found: BinDoc, path: string | null): Promise<SitePageDoc> {
  const pages = sitePagesIn(scope.db)
  if (!(await pages.findOne({ _id: found._id }))) {
    await checkRoom(scope)
    const { removed: _, deed: __, ...page } = await noted(scope, found)
    const { doer } = scope
    const back: SitePageDoc = {
      ...{ ...page, path: path ?? page.path, rev: page.rev + 1, updatedAt: doer.at, changed: doer },
      pending: {
        ...{ revision: null, ops: [] },
        deed: scope.deed(`page:${page._id}`, { what: 'restore', path: path ?? page.path }),
      },
    }
    await pages.insertOne(back).catch(async (error: unknown) => {
      if (!isTaken(error)) throw error
      if (!(await pages.findOne({ _id: page._id }))) throw pathTaken()
    })
  }
  const there = await pages.findOne({ _id: found._id })
  if (!there) throw noPage()
  return restored(scope, there)
}

/** A page that is among the pages again: what a process that ended left in the bin goes. */
export async function restored(scope: Scope, page: SitePageDoc): Promise<SitePageDoc> {
  // Who took it away once more meanwhile has put a later one there.
  await binIn(scope.db).deleteOne({ _id: page._id, rev: { $lt: page.rev } })
  return settled(scope, page)
}
