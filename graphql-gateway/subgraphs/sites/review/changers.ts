// Who changed something of a site that readers do not have yet. Told by what is stored, never by who asks.
import type { Db } from 'mongodb'
import { binIn, revisionsIn } from '../editing/documents.ts'
import type { DoneBy } from '../editing/page-marks.ts'
import { numbered, publicationsIn, type PublicationDoc } from '../releases/documents.ts'
import { sitePagesIn, type SiteDoc } from '../store/documents.ts'
import { mostPages } from '../store/read.ts'
import { changersIn, siteObject } from './documents.ts'

/** One change of an object: a page, or the site itself. */
interface Change extends DoneBy {
  readonly object: string
  readonly rev: number
}

/** Keeps who changed it, for as long as nobody has published since. The same once more changes nothing. */
export async function noteChanger(
  db: Db,
  site: string,
  { object, by, name, at, rev }: Change,
): Promise<void> {
  // The operator, and what a template gave, are nobody.
  if (by === '') return
  await changersIn(db).updateOne(
    { _id: `${object}:${by}` },
    { $set: { site, object, by, name }, $max: { at, rev } },
    { upsert: true },
  )
}

/** Milliseconds for which a change may have been on its way to the store. */
const onItsWay = 3600_000

type Live = Pick<PublicationDoc, 'at' | 'rev'> & {
  readonly pages: readonly { page?: string; rev?: number }[]
}

/** Each once with the last that they did, the latest first. */
export async function changersSince(
  db: Db,
  site: Pick<SiteDoc, '_id' | 'live' | 'changed'>,
  signal?: AbortSignal,
): Promise<readonly DoneBy[]> {
  const options = signal ? { signal } : {}
  const live: Live | null = site.live
    ? await publicationsIn(db).findOne(
        { _id: numbered(site._id, site.live.publication) },
        { ...options, projection: { at: 1, rev: 1, 'pages.page': 1, 'pages.rev': 1 } },
      )
    : null
  const since = live?.at ?? new Date(0)
  const who = { by: 1, name: 1, at: 1, rev: 1 }
  const [drafts, bin, kept, written] = await Promise.all([
    sitePagesIn(db)
      .find({ site: site._id }, { ...options, projection: { rev: 1, changed: 1 } })
      .sort({ site: 1, path: 1 })
      .limit(mostPages)
      .toArray(),
    binIn(db)
      .find(
        { site: site._id, 'removed.at': { $gt: since } },
        { ...options, projection: { rev: 1, removed: 1 } },
      )
      .sort({ site: 1, 'removed.at': -1, _id: 1 })
      .toArray(),
    changersIn(db).find({ site: site._id }, options).sort({ site: 1, _id: 1 }).toArray(),
    revisionsIn(db)
      .find(
        { site: site._id, at: { $gt: new Date(since.getTime() - onItsWay) } },
        { ...options, projection: { ...who, page: 1 } },
      )
      .sort({ site: 1, at: 1, _id: 1 })
      .toArray(),
  ])
  const there = new Set(drafts.map(({ _id }) => _id))
  const frozen = frozenRevs(site._id, live)
  // Of a page that was taken away before and brought back since, all is new to readers.
  const back = frozen ? drafts.filter(({ _id }) => !frozen.has(_id)).map(({ _id }) => _id) : []
  const old = await Promise.all(
    back.map((page) =>
      revisionsIn(db)
        .find({ page }, { ...options, projection: { ...who, page: 1 } })
        .sort({ page: 1, rev: -1, _id: 1 })
        .toArray(),
    ),
  )
  const changes: Change[] = [
    ...kept,
    ...[...written, ...old.flat()].map(({ page: object, by, name, at, rev }) => ({
      object,
      by,
      name,
      at,
      rev,
    })),
    // What a process that ended has not noted yet stands with what was changed.
    ...drafts.flatMap(({ _id: object, rev, changed }) => (changed ? [{ ...changed, object, rev }] : [])),
    ...bin.map(({ _id: object, rev, removed }) => ({ ...removed, object, rev: rev + 1 })),
    ...(site.changed ? [{ ...site.changed, object: siteObject(site._id) }] : []),
  ]
  const counts = ({ by, object, rev, at }: Change): boolean =>
    by !== '' &&
    (at > since || (frozen !== null && rev > (frozen.get(object) ?? (there.has(object) ? 0 : Infinity))))
  return lastOfEach(changes.filter(counts))
}

/** What of each object was frozen; null where the publication does not tell it. */
function frozenRevs(site: string, live: Live | null): ReadonlyMap<string, number> | null {
  if (live?.rev === undefined) return null
  return new Map([
    [siteObject(site), live.rev],
    ...live.pages.flatMap(({ page, rev }): [string, number][] =>
      page === undefined || rev === undefined ? [] : [[page, rev]],
    ),
  ])
}

function lastOfEach(changes: readonly Change[]): readonly DoneBy[] {
  const last = new Map<string, DoneBy>()
  for (const { by, name, at } of changes) {
    const known = last.get(by)
    if (!known || known.at < at) last.set(by, { by, name, at })
  }
  return [...last.values()].toSorted((one, other) => other.at.getTime() - one.at.getTime())
}
