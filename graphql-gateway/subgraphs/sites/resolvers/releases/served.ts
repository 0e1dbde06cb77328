// Query.siteRelease, siteArtifact and Site.release: what is served, for everybody.
import { numbered } from '../../releases/documents.ts'
import { artifactOf, publicationsByIds, redirectsOf, servedRelease } from '../../releases/read.ts'
import type { QueryResolvers, SiteReleaseResolvers, SiteResolvers } from '../../schema/types.generated.ts'
import { isLibraryId } from '../ids.ts'

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

export const release: SiteResolvers['release'] = ({ live }) => live?.release ?? null

export const siteRelease: QueryResolvers['siteRelease'] = (_, { site, number }, { db, signal }) =>
  isLibraryId(site) && number > 0 ? servedRelease(db, site, number, signal) : null

export const siteArtifact: QueryResolvers['siteArtifact'] = async (_, { hash }, { db, signal }) => {
  const found = isHash(hash) ? await artifactOf(db, hash, signal) : null
  return (
    found && {
      hash,
      size: found.size,
      br: Buffer.from(found.br).toString('base64'),
      gzip: Buffer.from(found.gzip).toString('base64'),
    }
  )
}

export const redirects: SiteReleaseResolvers['redirects'] = async ({ site, publication }, _args, context) => {
  const [of] = await publicationsByIds(context.db, [numbered(site, publication)], context.signal)
  return of ? [...redirectsOf(of)].map(([from, to]) => ({ from, to })) : []
}

export const routes: SiteReleaseResolvers['routes'] = (doc) =>
  doc.routes.map((route) => ({
    ...route,
    parameters: [...(route.parameters ?? [])],
    perRequest: route.perRequest ?? false,
  }))
