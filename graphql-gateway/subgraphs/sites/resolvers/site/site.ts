// Site: what a page on a branch's host needs before anything else.
import { perRequest, textsOf, unavailable, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { filingsOf, languagesOf } from '../../store/unsaid.ts'
import { numbered, releasesIn, type PublicationDoc, type SiteFacts } from '../../releases/documents.ts'
import { firstPublications, publicationsByIds, standingPages } from '../../releases/read.ts'
import type { SiteResolvers } from '../../schema/types.generated.ts'
import type { SiteDoc } from '../../store/documents.ts'
import { librariesByIds } from '../../store/read.ts'

const publication = perRequest(({ db, signal }, ids) => publicationsByIds(db, ids, signal))

const first = perRequest(async ({ db, now, signal }, ids) =>
  [...(await firstPublications(db, ids, new Date(now()), signal))].map(([_id, found]) => ({ _id, found })),
)

const servedOf = async (context: SubgraphContext, { _id, live }: SiteDoc): Promise<PublicationDoc | null> =>
  live ? publication(context, numbered(_id, live.publication)) : ((await first(context, _id))?.found ?? null)

/** As they are served, not as somebody is changing them; of a site that shows nothing yet, as they are. */
const factsOf = async (context: SubgraphContext, doc: SiteDoc): Promise<SiteFacts> =>
  (await servedOf(context, doc))?.facts ?? doc

export const names: SiteResolvers['names'] = async (doc, _args, context) =>
  textsOf((await factsOf(context, doc)).names)

export const seal: SiteResolvers['seal'] = async (doc, _args, context) => (await factsOf(context, doc)).seal

const release = perRequest(({ db, signal }, ids) =>
  releasesIn(db)
    .find({ _id: { $in: [...ids] } }, { projection: { logo: 1 }, signal })
    .toArray(),
)

/** As the release that is served was drawn. */
export const logo: SiteResolvers['logo'] = async ({ _id, live }, _args, context) =>
  (live && (await release(context, numbered(_id, live.release)))?.logo) ?? null

export const theme: SiteResolvers['theme'] = async (doc, _args, context) =>
  (await factsOf(context, doc)).theme

export const languages: SiteResolvers['languages'] = async (doc, _args, context) => [
  ...languagesOf(await factsOf(context, doc)),
]

/** Without links to pages that readers do not find now. */
export const menu: SiteResolvers['menu'] = async (doc, _args, context) => {
  const served = await servedOf(context, doc)
  const standing = new Set(served && standingPages(served, new Date(context.now())).map(({ path }) => path))
  const away = new Set(served?.pages.flatMap(({ path }) => (standing.has(path) ? [] : [path])))
  return (served?.facts ?? doc).menu
    .filter(({ path }) => !away.has(path))
    .map(({ path, words }) => ({ path, words: textsOf(words) }))
}

export const paths: SiteResolvers['paths'] = async (doc, _args, context) => {
  const served = await servedOf(context, doc)
  return served ? standingPages(served, new Date(context.now())).map(({ path }) => path) : []
}

export const library: SiteResolvers['library'] = async ({ _id }, _args, { db, signal }) => {
  const [found] = await librariesByIds(db, [_id], { signal })
  if (!found) throw unavailable(`The library ${_id} is not in the list of libraries.`)
  return found
}

export const filings: SiteResolvers['filings'] = async (doc, _args, context) =>
  filingsOf(await factsOf(context, doc))
