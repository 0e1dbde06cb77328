// What a site is besides its pages: names, seal, logo, theme, menu, languages, filing numbers, steps of review, order of pages.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Filter } from 'mongodb'
import { noteChanger } from '../review/changers.ts'
import { siteObject } from '../review/documents.ts'
import { changedSteps } from '../review/steps.ts'
import { sitePagesIn, sitesIn, type SiteDoc } from '../store/documents.ts'
import { mostPages } from '../store/read.ts'
import type { SettleParts } from './settle.ts'
import type { SiteScope } from './scope.ts'

/** What an editor may change of it; what is left out stays. */
export type SiteChange = Partial<
  Pick<SiteDoc, 'names' | 'seal' | 'logo' | 'theme' | 'menu' | 'languages' | 'filings' | 'reviewSteps'>
>

/**
 * Changes a site that is still as who changes it saw it. Errors: BAD_USER_INPUT where somebody else changed it meanwhile;
 * nothing is overwritten.
 */
export async function changeSite(
  scope: SiteScope<'site.configure'>,
  baseRev: number,
  change: SiteChange,
): Promise<SiteDoc> {
  // What counts before is worked out of what was read: it must be what is written over.
  if ((scope.site.rev ?? 0) !== baseRev) {
    await settleSite(scope, scope.site)
    throw changedMeanwhile()
  }
  const rev = baseRev + 1
  const { reviewSteps: steps } = change
  const deed = scope.deed(siteObject(scope.code), {
    ...{ what: Object.keys(change).join(' '), rev },
    ...(steps !== undefined && { from: scope.site.reviewSteps ?? 1, to: steps }),
  })
  const { lowered = null, ...changed } =
    steps === undefined ? { lowered: undefined } : await changedSteps(scope.db, scope.site, steps, rev)
  return write(
    scope,
    baseRev,
    {
      ...{ ...change, ...changed, deed, changed: { ...scope.doer, rev } },
      ...(lowered && { lowered }),
    },
    steps !== undefined && lowered === null ? ['lowered'] : [],
  )
}

/** The order in which the editor lists the pages. Errors: as `changeSite`; BAD_USER_INPUT for pages of other sites. */
export async function orderPages(
  scope: SiteScope<'page.draft'>,
  baseRev: number,
  order: readonly string[],
): Promise<SiteDoc> {
  const known = new Set(order)
  if (known.size !== order.length || order.length > mostPages)
    throw badInput('pages: name each page of the site at most once.')
  const own = await sitePagesIn(scope.db).countDocuments({ _id: { $in: [...order] }, site: scope.code })
  if (own !== order.length) throw badInput('pages: name pages of this site only.', 'no-page')
  return write(scope, baseRev, { order })
}

async function write(
  scope: SiteScope,
  baseRev: number,
  change: SiteChange & Pick<Partial<SiteDoc>, 'order' | 'deed' | 'changed' | 'lowered'>,
  gone: readonly 'lowered'[] = [],
): Promise<SiteDoc> {
  await settleSite(scope, scope.site)
  const unchanged: Filter<SiteDoc> = baseRev === 0 ? { rev: { $exists: false } } : { rev: baseRev }
  const { matchedCount } = await sitesIn(scope.db).updateOne(
    { _id: scope.code, ...unchanged },
    {
      $set: { ...change, rev: baseRev + 1 },
      ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((name) => [name, ''])) }),
    },
  )
  const site = await sitesIn(scope.db).findOne({ _id: scope.code })
  if (!site || matchedCount === 0) throw changedMeanwhile()
  return settleSite(scope, site)
}

const changedMeanwhile = (): Error =>
  badInput('Somebody else has changed the site meanwhile. Look at it again.', 'changed')

/** Notes what a process that ended did not. */
export async function settleSite({ db, audit }: SettleParts, site: SiteDoc): Promise<SiteDoc> {
  const { deed, ...rest } = site
  if (!deed) return site
  await audit.record(deed)
  if (site.changed) await noteChanger(db, site._id, { ...site.changed, object: siteObject(site._id) })
  await sitesIn(db).updateOne({ _id: site._id, rev: site.rev ?? 0 }, { $unset: { deed: '' } })
  return rest
}
