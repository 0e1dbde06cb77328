// Who may look after the hosts of which site: of the library that the store says it is.
import {
  badInput,
  noteDone as noteInLog,
  permit,
  signedIn,
  type SubgraphContext,
} from '@shuxiang/subgraph-kit'
import { domainById } from '../../domains/read.ts'
import type { DomainDoc } from '../../domains/documents.ts'
import { sitesIn } from '../../store/documents.ts'
import { isLibraryId } from '../ids.ts'

export const manage = 'library.manage'

/** Of a site that is there: refusals at made-up ones would fill the audit log. Errors: BAD_USER_INPUT; those of `permit`. */
export async function permitAtSite(
  context: SubgraphContext,
  action: 'library.manage' | 'site.configure',
  library: string,
): Promise<void> {
  signedIn(context)
  const { db, signal } = context
  const site = isLibraryId(library)
    ? await sitesIn(db).findOne({ _id: library }, { signal, projection: { _id: 1 } })
    : null
  if (!site) throw badInput('library: this library has no site yet.', 'no-site')
  await permit(context, action, { library, name: `library:${library}` })
}

/** A host by its id, for whoever may manage its library. Errors: BAD_USER_INPUT; those of `permit`. */
export async function domainFor(context: SubgraphContext, id: string): Promise<DomainDoc> {
  signedIn(context)
  const found = id.length <= 300 ? await domainById(context.db, id, { signal: context.signal }) : null
  if (!found) throw badInput('id: there is no such host, or its claim has lapsed.', 'no-domain')
  await permit(context, manage, { library: found.site, name: `domain:${found.host}` })
  return found
}

/** Errors: those of the audit log, and then nothing must be done. */
export function noteDone(
  context: SubgraphContext,
  { site, host }: Pick<DomainDoc, 'site' | 'host'>,
  what: 'claim' | 'prove' | 'make-primary' | 'retire',
): Promise<void> {
  const about = { action: manage, library: site, object: `domain:${host}` } as const
  return noteInLog(context, { ...about, details: { what } })
}
