// What a newer version of its template would change of a site: a merge of three documents a page. Nothing is stored.
import {
  canonicalJson,
  diff,
  lockedTouched,
  type Change,
  type Clash,
  type PageDoc,
} from '@shuxiang/site-model'
import type { Db } from 'mongodb'
import { revisionsIn } from '../editing/documents.ts'
import type { EditingParts } from '../editing/ports.ts'
import { storedDocument } from '../editing/read-document.ts'
import { mergeSoundly } from '../editing/save.ts'
import type { SiteScope } from '../editing/scope.ts'
import { librariesIn, sitePageId, sitePagesIn, type SitePageDoc } from '../store/documents.ts'
import { documentOf } from '../store/kept-documents.ts'
import { givenIn } from './documents.ts'

export type TemplateParts = Pick<EditingParts, 'pageRules' | 'templatePages'>

/** A page of which the template has something new. */
export interface PageUpdate {
  /** Null: the site does not have it yet. */
  readonly page: SitePageDoc | null
  /** As the template has it. */
  readonly path: string
  /** As the template gives it now. */
  readonly given: PageDoc
  /** What the page would be. */
  readonly merged: PageDoc
  /** From the page as it is to what it would be. */
  readonly changes: readonly Change[]
  /** What library and template changed differently: the library's stays, `ours` is the template's. */
  readonly clashes: readonly Clash[]
}

/** Empty when there is nothing new, or the site was made from a template that is not here any more. */
export async function previewUpdate(
  scope: SiteScope<'page.draft'>,
  parts: TemplateParts,
): Promise<readonly PageUpdate[]> {
  const pages = await templatePagesOf(scope, parts)
  const updates: PageUpdate[] = []
  for (const path of pages.keys()) {
    const update = await previewPage(scope, parts, pages, path)
    if (update) updates.push(update)
  }
  return updates
}

/** Pages of the site's template for its library, by path. */
export async function templatePagesOf(
  { db, site }: SiteScope,
  { templatePages }: TemplateParts,
): Promise<ReadonlyMap<string, PageDoc>> {
  const library = await librariesIn(db).findOne({ _id: site._id }, { projection: { name: 1 } })
  const name = library?.name ?? site.names['zh-CN'] ?? site._id
  return templatePages(site.template, { code: site._id, name })
}

/** Null where the template has nothing new for that page, or the library has taken the page away. */
export async function previewPage(
  { db, code, signal }: SiteScope<'page.draft'>,
  { pageRules }: TemplateParts,
  pages: ReadonlyMap<string, PageDoc>,
  path: string,
): Promise<PageUpdate | null> {
  const given = pages.get(path)
  if (!given) return null
  const _id = sitePageId(code, path)
  const page = await sitePagesIn(db).findOne({ _id, site: code }, { signal })
  if (!page) {
    const taken = await sitePagesIn(db).countDocuments({ site: code, path }, { limit: 1 })
    const removed = await revisionsIn(db).countDocuments({ page: _id }, { limit: 1 })
    if (taken + removed > 0) return null
    const empty: PageDoc = { schema: 1, meta: { title: given.meta.title }, root: [], blocks: {} }
    return { page: null, path, given, merged: given, changes: diff(empty, given), clashes: [] }
  }
  const stored = storedDocument(page.document, pageRules)
  const base = storedDocument(await baseOf(db, page), pageRules)
  if (canonicalJson(base) === canonicalJson(given)) return null
  const { doc, clashes } = mergeSoundly(pageRules, base, given, stored)
  const merged = withoutForeignLocks(stored, doc, given)
  const changes = diff(stored, merged)
  return changes.length === 0 && clashes.length === 0 ? null : { page, path, given, merged, changes, clashes }
}

/** What was locked is as the template has it, and nothing else is locked; where a merge gives otherwise, the page stays. */
function withoutForeignLocks(stored: PageDoc, merged: PageDoc, given: PageDoc): PageDoc {
  const foreign = lockedTouched(stored, merged).filter(
    (id) => canonicalJson(merged.blocks[id] ?? null) !== canonicalJson(given.blocks[id] ?? null),
  )
  return foreign.length > 0 ? stored : merged
}

/** As the template gave it last; of a page that was never updated, how it began. */
async function baseOf(db: Db, { _id, document }: SitePageDoc): Promise<string> {
  const given = await givenIn(db).findOne({ _id })
  if (given) return given.document
  const began = await revisionsIn(db).findOne({ page: _id, why: 'begin' }, { sort: { page: 1, rev: 1 } })
  return (began && (await documentOf(db, began.hash))) ?? document
}
