// Library.site: where a library's own site is served, all of one request in one trip.
import { perRequest } from '@shuxiang/subgraph-kit'
import type { LibraryResolvers } from '../../schema/types.generated.ts'
import { liveSitesOf } from '../../store/read.ts'
import { originOf } from '../domains/origin.ts'

export const liveSiteOf = perRequest(({ db, signal }, ids) => liveSitesOf(db, ids, { signal }))

/** `sitesOrigin`: scheme, host and port below which each library has its site. */
export const site =
  (sitesOrigin: string | null): LibraryResolvers['site'] =>
  async ({ _id }, _args, context) => {
    if (sitesOrigin === null || !(await liveSiteOf(context, _id))) return null
    return `${await originOf(context, sitesOrigin, _id)}/`
  }
