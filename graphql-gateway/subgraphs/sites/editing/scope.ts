// A site scope: the proof that who asks may do something on a site. Whatever reads or writes drafts takes one.
import type { AuditEntry, AuditPort } from '@shuxiang/audit/contract'
import { can, type Action } from '@shuxiang/permissions'
import { badInput, doneEntry, permit, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { isLibraryId } from '../resolvers/ids.ts'
import { sitePagesIn, sitesIn, type SiteDoc, type SitePageDoc } from '../store/documents.ts'
import { binIn, type BinDoc, type DoneBy } from './documents.ts'

/** What may be done on a site here. */
export type SiteAction = Extract<Action, 'page.draft' | 'site.configure'>

/** Only this file can make one: a class has a private part that nothing else fits, and it is given away as a type alone. */
class PermittedSite<A extends SiteAction> {
  readonly #context: SubgraphContext
  readonly action: A
  /** As it was stored when it was permitted. */
  readonly site: SiteDoc
  /** Who asks is one of the nation, who may change what templates lock. */
  readonly national: boolean

  constructor(context: SubgraphContext, action: A, site: SiteDoc) {
    this.#context = context
    this.action = action
    this.site = site
    // What would be allowed without any role at a library is allowed for the nation.
    const asOfNation = { ...signedIn(context), memberships: [] }
    const now = Math.floor(context.now() / 1000)
    this.national = can(asOfNation, action, { library: site._id }, { now }).allowed
  }

  get db(): Db {
    return this.#context.db
  }

  get signal(): AbortSignal {
    return this.#context.signal
  }

  get audit(): AuditPort {
    return this.#context.audit
  }

  /** Code of the site, which is that of its library. */
  get code(): string {
    return this.site._id
  }

  /** Who does something now. */
  get doer(): DoneBy {
    return doerOf(this.#context)
  }

  /** The line of the audit log for what is done. */
  deed(object: string, details: NonNullable<AuditEntry['details']>): AuditEntry {
    return doneEntry(this.#context, { action: this.action, library: this.code, object, details })
  }
}

export type SiteScope<A extends SiteAction = SiteAction> = PermittedSite<A>

/** For the site of that code. Errors: BAD_USER_INPUT where there is none; those of `permit`. */
export async function scopeOfSite<A extends SiteAction>(
  context: SubgraphContext,
  action: A,
  code: string,
): Promise<SiteScope<A>> {
  signedIn(context)
  const site = isLibraryId(code) ? await sitesIn(context.db).findOne({ _id: code }) : null
  if (!site) throw badInput('site: there is no site with this code.', 'no-site')
  await permit(context, action, { library: site._id, name: `site:${site._id}` })
  return new PermittedSite(context, action, site)
}

/** For the site of a page, whatever site is named beside it. Errors: BAD_USER_INPUT where there is none; those of `permit`. */
export async function scopeOfPage(
  context: SubgraphContext,
  id: string,
): Promise<{ readonly scope: SiteScope<'page.draft'>; readonly page: SitePageDoc }> {
  signedIn(context)
  const page = isPageId(id) ? await sitePagesIn(context.db).findOne({ _id: id }) : null
  if (!page) throw noPage()
  return { scope: await scopeOfObject(context, page), page }
}

/** For the site of a page that is there or was taken away; the bin tells of both where a crash left it so. */
export async function scopeOfRemoved(
  context: SubgraphContext,
  id: string,
): Promise<{ readonly scope: SiteScope<'page.draft'>; readonly removed: BinDoc }> {
  signedIn(context)
  const removed = isPageId(id) ? await binIn(context.db).findOne({ _id: id }) : null
  if (!removed) throw noPage()
  return { scope: await scopeOfObject(context, removed), removed }
}

async function scopeOfObject(
  context: SubgraphContext,
  { _id, site: code }: Pick<SitePageDoc, '_id' | 'site'>,
): Promise<SiteScope<'page.draft'>> {
  await permit(context, 'page.draft', { library: code, name: `page:${_id}` })
  const site = await sitesIn(context.db).findOne({ _id: code })
  if (!site) throw noPage()
  return new PermittedSite(context, 'page.draft', site)
}

/** Longer than any site's code, a colon and a path. */
const longestId = 600
const isPageId = (id: string): boolean => id.length <= longestId && id.includes(':')

export const noPage = () => badInput('There is no such page; it may have been taken away.', 'no-page')

/** Who does something now. Errors: UNAUTHENTICATED. */
export function doerOf(context: SubgraphContext): DoneBy {
  const { subject, username } = signedIn(context)
  return { by: subject, name: username, at: new Date(context.now()) }
}
