// The site that a request names, which must be there, and who asks must be allowed to do what is asked with it.
import type { Action } from '@shuxiang/permissions'
import { badInput, permit, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { SiteDoc } from '../../store/documents.ts'
import { liveSite } from '../../store/read.ts'
import { isLibraryId } from '../ids.ts'

/** Errors: UNAUTHENTICATED, BAD_USER_INPUT; those of `permit`. */
export async function openSiteNamed(
  context: SubgraphContext,
  code: string,
  action: Action,
): Promise<SiteDoc> {
  signedIn(context)
  const site = isLibraryId(code) ? await liveSite(context.db, code, { signal: context.signal }) : null
  // Refusals at made-up ones would fill the audit log.
  if (!site) throw badInput('site: there is no site with this code.', 'no-site')
  await permit(context, action, { library: site._id, name: `site:${site._id}` })
  return site
}
