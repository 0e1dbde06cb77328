// Saving edits of a page: each counts once, all of them or none, put together with what others did meanwhile.
import { apply, canonicalJson, keepTheirs, merge, type Merged, type PageDoc } from '@shuxiang/site-model'
import { badInput } from '@shuxiang/subgraph-kit'
import type { SitePageDoc } from '../store/documents.ts'
import { documentOf } from '../store/kept-documents.ts'
import { mostClashes, mostOpsInMinute } from './bounds.ts'
import { changePage } from './change-page.ts'
import { newRevision, opId, opsIn, revisionsIn, type ClashDoc, type OpDoc } from './documents.ts'
import type { SentOp } from './input.ts'
import type { PageRules } from './ports.ts'
import { checkedText, storedDocument } from './read-document.ts'
import type { SiteScope } from './scope.ts'
import { outdatedThen } from './translations.ts'

export interface Save {
  readonly page: string
  /** The rev of the page that the edits were made on. */
  readonly baseRev: number
  /** In the order in which they were made. */
  readonly ops: readonly SentOp[]
  /** Ids of clashes that somebody has looked at. */
  readonly looked: readonly string[]
}

export interface Saved {
  readonly page: SitePageDoc
  /** The page has changes of others that who sends has not seen. */
  readonly merged: boolean
}

interface Edited {
  readonly doc: PageDoc
  /** What undoes each edit, by its id. */
  readonly inverses: ReadonlyMap<string, string>
}

/**
 * Errors: BAD_USER_INPUT for edits that do not fit the page they were made on, that lead to a page that cannot be, or come too
 * fast. Nothing is stored then.
 */
export async function savePage(scope: SiteScope<'page.draft'>, rules: PageRules, save: Save): Promise<Saved> {
  await checkPace(scope, save.ops.length)
  let merged = false
  const page = await changePage(scope, save.page, async (stored) => {
    if (save.baseRev > stored.rev) throw badInput('baseRev: the page has no such revision yet.', 'base')
    // Both at once: others may wait for their turn at this page.
    const before = stored.rev === save.baseRev ? null : documentAt(scope, rules, save)
    before?.catch(() => {})
    const known = await knownOps(scope, save)
    const fresh = save.ops.filter(({ id }) => !known.has(id))
    // Taken before, and whoever sends them does not know it yet: what follows was made on them.
    const taken = save.ops.filter(({ id }) => (known.get(id) ?? 0) > save.baseRev)
    const left = (stored.clashes ?? []).filter(({ id }) => !save.looked.includes(id))
    const settles = left.length !== (stored.clashes ?? []).length
    if (fresh.length === 0 && !settles) {
      // Its answer was lost: what follows must not be taken for edits of what others did meanwhile.
      const own = new Set([...known.values()].filter((rev) => rev > save.baseRev))
      merged = stored.rev - save.baseRev > own.size
      return null
    }
    const theirs = storedDocument(stored.document, rules)
    const seen = (await before) ?? theirs
    const base = edit(seen, taken).doc
    merged = canonicalJson(base) !== canonicalJson(theirs)
    const edited = edit(base, fresh)
    const { doc, clashes } = merged
      ? mergeSoundly(rules, base, edited.doc, theirs)
      : { doc: edited.doc, clashes: [] }
    const document = checkedText(scope, rules, theirs, doc)
    const rev = stored.rev + 1
    const told = tellClashes(scope, left, clashes, rev)
    const revision = newRevision({ ...stored, rev }, 'autosave', scope.doer)
    const ops = opsOf(scope, { page: save.page, ops: fresh }, rev, merged ? null : edited.inverses)
    return {
      ...{ document, title: doc.meta.title, clashes: told },
      outdated: outdatedThen(scope, rules, stored, { before: theirs, after: doc, seen: edited.doc }),
      pending: { revision: document === stored.document ? null : revision, ops, deed: null },
    }
  })
  return { page, merged }
}

/** The edits applied one after the other. */
function edit(base: PageDoc, ops: readonly SentOp[]): Edited {
  let doc = base
  const inverses = new Map<string, string>()
  ops.forEach(({ id, op }, n) => {
    const next = apply(doc, op)
    if (!next.ok) throw badInput(`ops: edit ${n} does not fit the page: ${next.reason}.`, 'op-refused')
    doc = next.doc
    inverses.set(id, canonicalJson(next.inverse))
  })
  return { doc, inverses }
}

/** What makes a page together that its blocks do not take is kept apart: theirs stays, ours comes on clashes. */
export function mergeSoundly(rules: PageRules, base: PageDoc, ours: PageDoc, theirs: PageDoc): Merged {
  const merged = merge(base, ours, theirs)
  if (rules.faults(theirs, merged.doc).length === 0) return merged
  // Edits that could not be alone either are refused, not kept.
  return rules.faults(base, ours).length > 0 ? merged : keepTheirs(base, ours, theirs)
}

/**
 * The page that the edits were made on: its revision, or the last before it where autosaves were thinned. From an older one
 * more comes out as a clash than need be, and nothing is lost.
 */
async function documentAt(
  { db, signal }: SiteScope<'page.draft'>,
  rules: PageRules,
  { page, baseRev }: Save,
): Promise<PageDoc> {
  const revision = await revisionsIn(db).findOne(
    { page, rev: { $lte: baseRev } },
    { sort: { page: 1, rev: -1, _id: 1 }, signal },
  )
  const text = revision && (await documentOf(db, revision.hash, signal))
  if (!text) throw badInput('baseRev: what these edits were made on is not kept any more.', 'base')
  return storedDocument(text, rules)
}

/** The edits that were taken before, by id, with the rev of the page that has them. */
async function knownOps(
  { db, signal }: SiteScope<'page.draft'>,
  { page, ops }: Save,
): Promise<ReadonlyMap<string, number>> {
  if (ops.length === 0) return new Map()
  const ids = new Map(ops.map(({ id }) => [opId(page, id), id]))
  const found = await opsIn(db)
    .find({ _id: { $in: [...ids.keys()] } }, { projection: { rev: 1 }, signal })
    .toArray()
  return new Map(found.map(({ _id, rev }) => [ids.get(_id) ?? '', rev]))
}

function opsOf(
  { doer: { by, at } }: SiteScope<'page.draft'>,
  { page, ops }: Pick<Save, 'page' | 'ops'>,
  rev: number,
  inverses: Edited['inverses'] | null,
): OpDoc[] {
  return ops.map(({ id, op }) => ({
    ...{ _id: opId(page, id), page, by, at, rev },
    op: canonicalJson(op),
    inverse: inverses?.get(id) ?? '',
  }))
}

function tellClashes(
  { doer }: SiteScope<'page.draft'>,
  left: readonly ClashDoc[],
  clashes: Merged['clashes'],
  rev: number,
): readonly ClashDoc[] {
  const told = [...left, ...clashes.map((clash, n): ClashDoc => ({ ...clash, ...doer, id: `${rev}-${n}` }))]
  if (told.length > mostClashes)
    throw badInput('The page has too many changes that clash. Look at those that wait first.', 'clashes')
  return told
}

/** Errors: BAD_USER_INPUT for more edits in a minute than anybody types. */
async function checkPace({ db, doer, signal }: SiteScope<'page.draft'>, more: number): Promise<void> {
  const since = new Date(doer.at.getTime() - 60_000)
  const recent = await opsIn(db).countDocuments(
    { by: doer.by, at: { $gt: since } },
    { limit: mostOpsInMinute + 1, signal },
  )
  if (recent + more > mostOpsInMinute)
    throw badInput(`At most ${mostOpsInMinute} edits are taken in a minute. Wait a moment.`, 'too-fast')
}
