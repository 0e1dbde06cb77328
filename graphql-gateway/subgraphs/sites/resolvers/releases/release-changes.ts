// Query.releaseChanges: what is other in one release than in another, in sentences.
import { textsOf } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import type { EditingParts, SiteVersion } from '../../editing/ports.ts'
import { numbered, publicationsIn, releasesIn } from '../../releases/documents.ts'
import { publishedVersion } from '../../releases/versions.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { openSiteNamed } from './named-site.ts'

export const releaseChanges =
  ({ siteChanges }: Pick<EditingParts, 'siteChanges'>): QueryResolvers['releaseChanges'] =>
  async (_, { site, from, to }, context) => {
    const { _id } = await openSiteNamed(context, site, 'page.draft')
    const [before, after] = await Promise.all([from, to].map((number) => versionOf(context.db, _id, number)))
    if (!before || !after) return null
    return siteChanges(before, after).map(({ page, words }) => ({ page, words: textsOf(words) }))
  }

/** What somebody had published in a release; null where there is no such release. */
async function versionOf(db: Db, site: string, number: number): Promise<SiteVersion | null> {
  const release = await releasesIn(db).findOne({ _id: numbered(site, number), liveAt: { $exists: true } })
  const publication =
    release && (await publicationsIn(db).findOne({ _id: numbered(site, release.publication) }))
  if (!publication) return null
  return publishedVersion(db, publication)
}
