// Which pages name a picture or a file, read without the graph: its subgraph knows nothing of pages.
import type { AssetUse } from '@shuxiang/subgraph-assets'
import { documentsOf, numbered, publicationsIn, type SiteDoc } from '@shuxiang/subgraph-sites/publishing'
import type { Db } from 'mongodb'

export interface UsesAsked {
  readonly library: string
  readonly asset: string
  readonly most: number
  /** The library whose pictures stand on the portal. */
  readonly national: string
}

interface StoredPage {
  readonly _id: string
  readonly path?: string
  readonly document: unknown
}

/** The logo stands at the head of every page: it is told of the home page. */
const asLogo: AssetUse['title'] = { 'zh-CN': '馆标', en: 'The logo' }

/** Pages of a library's site, drafts and what is served, and of the portal where it is the national library's; at most `most`. */
export async function usesOf(
  db: Db,
  { library, asset, most, national }: UsesAsked,
): Promise<readonly AssetUse[]> {
  const uses = new Map<string, AssetUse>()
  const note = (path: string, document: unknown): void => {
    const text = typeof document === 'string' ? document : JSON.stringify(document)
    // An id is long and follows from what was drawn: whatever holds its text names it, in a field or as a link's target.
    if (uses.size < most && text.includes(asset)) uses.set(path, { path, title: titleIn(text) })
  }
  const { pages, logos } = await servedOf(db, library)
  if (logos.includes(asset)) uses.set('/', { path: '/', title: asLogo })
  for (const { path, document } of pages) note(path, document)
  const drafts = db.collection<StoredPage & { readonly site: string }>('site_pages')
  for await (const { _id, path = _id, document } of drafts.find({ site: library }).sort({ site: 1, path: 1 }))
    note(path, document)
  if (library === national)
    for await (const { _id, document } of db.collection<StoredPage>('pages').find({}).sort({ _id: 1 }))
      note(_id, document)
  return [...uses.values()]
}

/** The documents of which a site's pages were drawn that are served now. */
async function servedOf(
  db: Db,
  library: string,
): Promise<{
  readonly pages: readonly { readonly path: string; readonly document: string }[]
  /** Of the draft and of what is served. */
  readonly logos: readonly (string | undefined)[]
}> {
  const site = await db
    .collection<SiteDoc>('sites')
    .findOne({ _id: library }, { projection: { live: 1, logo: 1 } })
  if (!site?.live) return { pages: [], logos: [site?.logo] }
  const publication = await publicationsIn(db).findOne({ _id: numbered(library, site.live.publication) })
  const pages = publication?.pages ?? []
  const documents = await documentsOf(
    db,
    pages.map(({ document }) => document),
  )
  return {
    pages: pages.flatMap(({ path, document: hash }) => {
      const document = documents.get(hash)
      return document === undefined ? [] : [{ path, document }]
    }),
    logos: [site.logo, publication?.facts?.logo],
  }
}

function titleIn(text: string): AssetUse['title'] {
  const document: unknown = JSON.parse(text)
  const title: unknown = Object(Object(document)['meta'])['title']
  return Object.fromEntries(
    Object.entries(Object(title)).flatMap(([language, words]): [string, string][] =>
      typeof words === 'string' ? [[language, words]] : [],
    ),
  )
}
