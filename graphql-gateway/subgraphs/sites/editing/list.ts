// Reading what is edited: the pages of a site and those that were taken away, with what is published of them.
import { hashOf, parsePageText, type Json } from '@shuxiang/site-model'
import { numbered, publicationsIn } from '../releases/documents.ts'
import { sitePagesIn, type SiteDoc, type SitePageDoc, type Words } from '../store/documents.ts'
import { documentOf } from '../store/kept-documents.ts'
import { mostPages } from '../store/read.ts'
import { binIn, type BinDoc } from './documents.ts'
import type { SiteScope } from './scope.ts'

/** Without the document, but for pages that nobody has changed. */
export type ListedPage = Omit<SitePageDoc, 'document' | 'outdated'> & { readonly document?: string }

/** In the editor's order; those that are not in it behind, by address. */
export async function pagesOf(
  { db, signal }: SiteScope,
  { _id, order = [] }: SiteDoc,
): Promise<ListedPage[]> {
  const pages: ListedPage[] = await sitePagesIn(db)
    .find({ site: _id }, { signal, projection: { document: 0, pending: 0, outdated: 0 } })
    .sort({ site: 1, path: 1, _id: 1 })
    .limit(mostPages)
    .toArray()
  const bare = pages.filter(({ title }) => title === undefined).map((page) => page._id)
  const documents = await sitePagesIn(db)
    .find({ _id: { $in: bare } }, { signal, projection: { document: 1 } })
    .toArray()
  const texts = new Map(documents.map((one) => [one._id, one.document]))
  const place = new Map(order.map((id, n) => [id, n]))
  return pages
    .map((page): ListedPage => {
      const document = texts.get(page._id)
      return document === undefined ? page : { ...page, document }
    })
    .toSorted((one, other) => (place.get(one._id) ?? Infinity) - (place.get(other._id) ?? Infinity) || 0)
}

/** Newest first. */
export function removedOf({ db, signal }: SiteScope, { _id }: SiteDoc): Promise<BinDoc[]> {
  return binIn(db)
    .find({ site: _id }, { signal })
    .sort({ site: 1, 'removed.at': -1, _id: 1 })
    .limit(mostPages)
    .toArray()
}

export function titleOf({ title, document }: ListedPage): Words {
  if (title) return title
  const parsed = parsePageText(document ?? '')
  return parsed.ok ? parsed.value.meta.title : {}
}

/** Hashes of the documents that are served, by address; empty before the first release. */
export async function publishedOf(
  { db, signal }: SiteScope,
  { _id, live }: SiteDoc,
): Promise<ReadonlyMap<string, string>> {
  if (!live) return new Map()
  const publication = await publicationsIn(db).findOne(
    { _id: numbered(_id, live.publication) },
    { signal, projection: { pages: 1 } },
  )
  return new Map(publication?.pages.map(({ path, document }) => [path, document]))
}

/** The document of a page as it is served, at its address or at one that it had; null where it is not. */
export async function servedDocument(
  scope: SiteScope,
  page: Pick<SitePageDoc, 'path' | 'formerPaths'>,
): Promise<string | null> {
  const published = await publishedOf(scope, scope.site)
  const path = [page.path, ...(page.formerPaths ?? [])].find((one) => published.has(one))
  return path === undefined ? null : documentOf(scope.db, published.get(path) ?? '', scope.signal)
}

/** Whether what is served at the page's address is its draft. */
export async function isPublished(page: ListedPage, published: ReadonlyMap<string, string>) {
  const served = published.get(page.path)
  if (served === undefined) return 'NEW'
  const value: Json = page.hash === undefined ? JSON.parse(page.document ?? 'null') : null
  return (page.hash ?? (await hashOf(value))) === served ? 'PUBLISHED' : 'CHANGED'
}
