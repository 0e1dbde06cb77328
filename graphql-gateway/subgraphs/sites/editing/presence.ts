// Who has a page open: told by the desks themselves, forgotten a minute after their last sign of life. Keeps nobody from saving.
import { createHash } from 'node:crypto'
import { badInput } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Db } from 'mongodb'
import type { SitePageDoc } from '../store/documents.ts'
import { peopleAt, type AtPage, type DeskDoc } from './at-page.ts'
import { mostDesks, mostDesksOfOne, presentAnew, presentFor } from './bounds.ts'
import type { SiteScope } from './scope.ts'

type Scope = SiteScope<'page.draft'>
type Page = Pick<SitePageDoc, '_id' | 'site'>

export const desksIn = (db: Db) => db.collection<DeskDoc>('site_desks')

export interface Presence {
  /** Who asks has the page. Also where they are not shown, and nobody else is there. */
  readonly mine: boolean
  /** Who has the page first; without who asks. */
  readonly colleagues: readonly AtPage[]
}

/** A sign of life from a desk. `block`: at which somebody is, empty for none. */
export async function attend(
  scope: Scope,
  page: Page,
  { desk, block }: { readonly desk: string; readonly block: string },
): Promise<Presence> {
  const { by, name, at } = scope.doer
  const _id = deskId(page, by, desk)
  const there = await desksAt(scope, page)
  const own = there.find((one) => one._id === _id)
  if (own && own.block === block && at.getTime() - own.seen.getTime() < presentAnew)
    return presenceOf(by, there)
  if (!own && !hasRoom(by, there)) return presenceOf(by, there)
  const now: DeskDoc = {
    ...(own ?? { _id, site: page.site, page: page._id, by, since: at }),
    name,
    block,
    seen: at,
  }
  await keep(scope, now, own === undefined)
  return presenceOf(by, [...there.filter((one) => one !== own), now])
}

/**
 * From now on who asks has the page. Whoever had it goes on writing, and hears of it with their next sign of life. Errors:
 * BAD_USER_INPUT where as many are at the page as are noted.
 */
export async function takeOver(scope: Scope, page: Page, desk: string): Promise<Presence> {
  const { by, at } = scope.doer
  await attend(scope, page, { desk, block: '' })
  await desksIn(scope.db).updateOne({ _id: deskId(page, by, desk) }, { $set: { took: at } })
  const presence = presenceOf(by, await desksAt(scope, page))
  if (!presence.mine)
    throw badInput('The page could not be taken over now: too many are at it. Try again in a minute.', 'full')
  return presence
}

export async function leave({ db, doer }: Scope, page: Page, desk: string): Promise<void> {
  await desksIn(db).deleteOne({ _id: deskId(page, doer.by, desk) })
}

/** Ids are made here of who asks: nobody speaks for the desk of another. */
function deskId({ _id }: Page, by: string, desk: string): string {
  const about = JSON.stringify([_id, by, desk])
  return createHash('sha256').update(about).digest('base64url').slice(0, 22)
}

function desksAt({ db, doer, signal }: Scope, { _id: page }: Page): Promise<DeskDoc[]> {
  const seen = { $gt: new Date(doer.at.getTime() - presentFor) }
  return desksIn(db)
    .find({ page, seen }, { signal })
    .sort({ page: 1, seen: -1, _id: 1 })
    .limit(mostDesks)
    .toArray()
}

function hasRoom(by: string, there: readonly DeskDoc[]): boolean {
  return there.length < mostDesks && there.filter((desk) => desk.by === by).length < mostDesksOfOne
}

/** One that had died may stand there still: it begins anew. */
async function keep({ db }: Scope, { _id, ...desk }: DeskDoc, anew: boolean): Promise<void> {
  const write = anew
    ? desksIn(db).replaceOne({ _id }, desk, { upsert: true })
    : desksIn(db).updateOne({ _id }, { $set: { name: desk.name, block: desk.block, seen: desk.seen } })
  await write.catch((error: unknown) => {
    // The same desk twice at once: the other has just said the same.
    if (!isTaken(error)) throw error
  })
}

function presenceOf(by: string, desks: readonly DeskDoc[]): Presence {
  const people = peopleAt(desks)
  const [first] = people
  return { mine: first === undefined || first.by === by, colleagues: people.filter((one) => one.by !== by) }
}
