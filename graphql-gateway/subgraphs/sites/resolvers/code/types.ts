// SiteCode: code of a library as staff see it.
import { unavailable } from '@shuxiang/subgraph-kit'
import type { SiteCodeResolvers } from '../../schema/types.generated.ts'
import { librariesByIds } from '../../store/read.ts'

export const SiteCode: SiteCodeResolvers = {
  id: ({ _id }) => _id,
  async library({ site }, _args, { db, signal }) {
    const [found] = await librariesByIds(db, [site], { signal })
    if (!found) throw unavailable(`The library ${site} is not in the list of libraries.`)
    return found
  },
  site: ({ site }) => site,
  title: ({ title }) => title,
  html: ({ html }) => html,
  bytes: ({ bytes }) => bytes,
  sha256: ({ sha256 }) => sha256,
  height: ({ height }) => height,
  why: ({ why }) => why,
  state: ({ state }) => state,
  askedBy: ({ name }) => name,
  askedAt: ({ askedAt }) => new Date(askedAt).toISOString(),
  mine: ({ by }, _args, { principal }) => principal.kind === 'person' && principal.subject === by,
  settledBy: ({ settled }) => settled?.name ?? null,
  settledAt: ({ settled }) => settled?.at.toISOString() ?? null,
  reason: ({ settled }) => settled?.reason || null,
}
