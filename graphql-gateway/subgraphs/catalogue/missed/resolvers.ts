// Query.missedSearches, and counting what a page of results found nothing for.
import { permitAt, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { SearchPage } from '../resolvers/search-page.ts'
import type { QueryResolvers } from '../schema/types.generated.ts'
import type { MissedCounter } from './count.ts'
import { missedSearches as read } from './read.ts'

export const missedSearches =
  (ports: { readonly isLibrary: (id: string) => Promise<boolean> }): QueryResolvers['missedSearches'] =>
  async (_, { library }, context) => {
    await permitAt(ports, context, 'page.draft', library)
    return read(context.db, library, context.now(), context)
  }

/** The page, whose answer is looked at when it comes: what a reader typed on a library's site and nothing has is counted. */
export function countingMissed(
  page: SearchPage,
  counter: MissedCounter,
  { tenant, db, log, now }: SubgraphContext,
): SearchPage {
  const { text, filters, ranges, from, after } = page.request
  const isFirst = from === 0 && after === undefined && filters.length === 0 && ranges.length === 0
  if (tenant === null || !isFirst) return page
  let looked = false
  return {
    ...page,
    hits(wanted) {
      const found = page.hits(wanted)
      if (!looked) {
        looked = true
        found
          .then(async ({ total, relaxed, filling }) => {
            // A page of records that have only some of the words is no answer either.
            if ((total === 0 || relaxed) && filling === null) await counter.count(db, tenant, text, now())
          })
          // Whoever searched is told of a failed search by the page; what cannot be counted is nobody's trouble.
          .catch((error: unknown) => log.debug({ error: String(error) }, 'a search was not counted'))
      }
      return found
    },
  }
}
