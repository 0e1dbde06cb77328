// One change of a page: compared with the rev that it was made from, and written with all that it has to leave elsewhere.
import { badInput } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import { sitePagesIn, type SitePageDoc } from '../store/documents.ts'
import { inTurn } from './in-turn.ts'
import { noPage, type SiteScope } from './scope.ts'
import { settled } from './settle.ts'
import type { PendingDoc } from './documents.ts'

/** What of a page changes, and what it leaves elsewhere. Null: nothing has to change. */
export type PageChange =
  | (Partial<Omit<SitePageDoc, '_id' | 'site' | 'rev' | 'pending' | 'updatedAt' | 'changed' | 'document'>> & {
      readonly pending: PendingDoc
    } & (
        | { readonly document?: never }
        // With its words changes which translations fit.
        | Required<Pick<SitePageDoc, 'document' | 'outdated'>>
      ))
  | null

/** Other processes may change the page between reading and writing; more than a few at once are rare. */
const tries = 8

/**
 * Changes a page by what `make` makes of it as it is stored; asked again where another change came between. Answers with
 * the page as it is then. Errors: those of `make`; BAD_USER_INPUT for a page that is gone, an address that another page
 * has, or one that changes all the time.
 */
export function changePage(
  scope: SiteScope<'page.draft'>,
  id: string,
  make: (page: SitePageDoc) => PageChange | Promise<PageChange>,
): Promise<SitePageDoc> {
  // Twenty who save one page in the same moment would refuse each other more often than anybody tries.
  return inTurn(id, scope.signal, () => changeNow(scope, id, make))
}

async function changeNow(
  scope: SiteScope<'page.draft'>,
  id: string,
  make: (page: SitePageDoc) => PageChange | Promise<PageChange>,
): Promise<SitePageDoc> {
  const pages = sitePagesIn(scope.db)
  for (let tried = 0; tried < tries; tried++) {
    const stored = await pages.findOne({ _id: id, site: scope.code })
    if (!stored) throw noPage()
    const page = await settled(scope, stored)
    const change = await make(page)
    if (change === null) return page
    const { by, name, at } = scope.doer
    const next = { ...change, rev: page.rev + 1, updatedAt: at, changed: { by, name, at } }
    const { matchedCount } = await pages
      .updateOne({ _id: id, rev: page.rev }, { $set: next })
      .catch((error: unknown) => {
        throw isTaken(error) ? pathTaken() : error
      })
    if (matchedCount === 1) return settled(scope, { ...page, ...next })
  }
  throw badInput('Others are changing this page at the moment. Try again in a moment.', 'busy')
}

export const pathTaken = () =>
  badInput('path: another page of the site has this address. Choose another one.', 'path-taken')
