// Revisions of a page: listed, named, compared, brought back.
import { diff, type Change } from '@shuxiang/site-model'
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import type { SitePageDoc } from '../store/documents.ts'
import { documentOf } from '../store/kept-documents.ts'
import { mostNamed, mostRevisionsListed } from './bounds.ts'
import { changePage } from './change-page.ts'
import { newRevision, revisionId, revisionsIn, type RevisionDoc } from './documents.ts'
import type { PageRules } from './ports.ts'
import { checkedText, storedDocument } from './read-document.ts'
import type { SiteScope } from './scope.ts'
import { outdatedThen } from './translations.ts'

type Scope = SiteScope<'page.draft'>

/** Newest first; only those before a rev where one is given. */
export function revisionsOf(
  { db, signal }: Scope,
  { _id }: Pick<SitePageDoc, '_id'>,
  before: number | null,
): Promise<RevisionDoc[]> {
  return revisionsIn(db)
    .find({ page: _id, ...(before === null ? {} : { rev: { $lt: before } }) }, { signal })
    .sort({ page: 1, rev: -1, _id: 1 })
    .limit(mostRevisionsListed)
    .toArray()
}

/** Errors: BAD_USER_INPUT for one that is not there. */
async function revisionAt({ db }: Scope, page: string, rev: number): Promise<RevisionDoc> {
  const revision = await revisionsIn(db).findOne({ _id: revisionId(page, rev) })
  if (!revision)
    throw badInput('rev: there is no such revision; it may have been thinned out.', 'no-revision')
  return revision
}

/** The document of a revision, as the blocks are now. Errors: BAD_USER_INPUT for one that is not there. */
export async function documentAtRevision(scope: Scope, rules: PageRules, page: string, rev: number) {
  const { hash } = await revisionAt(scope, page, rev)
  const text = await documentOf(scope.db, hash, scope.signal)
  if (text === null) throw new Error(`The document ${hash} of revision ${rev} of ${page} is not kept.`)
  return storedDocument(text, rules)
}

/** Changes from one revision to another, or to the draft. Errors: BAD_USER_INPUT for one that is not there. */
export async function compareRevisions(
  scope: Scope,
  rules: PageRules,
  page: SitePageDoc,
  { from, to }: { readonly from: number; readonly to: number | null },
): Promise<readonly Change[]> {
  const before = await documentAtRevision(scope, rules, page._id, from)
  const after =
    to === null ? storedDocument(page.document, rules) : await documentAtRevision(scope, rules, page._id, to)
  return diff(before, after)
}

/** Gives a revision a name, by which it stays for good. Errors: BAD_USER_INPUT. */
export async function nameRevision(
  scope: Scope,
  page: SitePageDoc,
  { rev, label }: { readonly rev: number; readonly label: string },
): Promise<RevisionDoc> {
  const revision = await revisionAt(scope, page._id, rev)
  const named = await revisionsIn(scope.db).countDocuments(
    { page: page._id, why: 'named' },
    { limit: mostNamed, signal: scope.signal },
  )
  if (revision.why !== 'named' && named >= mostNamed)
    throw badInput(`A page has at most ${mostNamed} revisions with a name.`, 'too-many-names')
  const why = revision.why === 'autosave' ? 'named' : revision.why
  await revisionsIn(scope.db).updateOne({ _id: revision._id }, { $set: { why, label } })
  return { ...revision, why, label }
}

/** Makes the page as it was, as a new revision: what it is now stays among them. Errors: BAD_USER_INPUT. */
export async function restoreRevision(
  scope: Scope,
  rules: PageRules,
  page: SitePageDoc,
  rev: number,
): Promise<SitePageDoc> {
  const doc = await documentAtRevision(scope, rules, page._id, rev)
  return changePage(scope, page._id, (stored) => {
    const before = storedDocument(stored.document, rules)
    const document = checkedText(scope, rules, before, doc)
    if (document === stored.document) return null
    const revision = newRevision({ ...stored, rev: stored.rev + 1 }, 'restore', scope.doer)
    const deed = scope.deed(`page:${page._id}`, { what: 'revision', rev })
    const outdated = outdatedThen(scope, rules, stored, { before, after: doc })
    return { document, title: doc.meta.title, outdated, pending: { revision, ops: [], deed } }
  })
}

/** Whoever publishes keeps what was published for good: called with the hashes of the documents. */
export async function keepPublished(db: Db, site: string, hashes: readonly string[]): Promise<void> {
  if (hashes.length > 0)
    await revisionsIn(db).updateMany(
      { hash: { $in: [...hashes] }, site, why: 'autosave' },
      { $set: { why: 'publish' } },
    )
}
