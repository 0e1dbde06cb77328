// Finding libraries by name. All names are kept in the process: some three thousand, read anew every few minutes.
import { setImmediate } from 'node:timers/promises'
import { badInput, decodeCursor, encodeCursor, type Connection } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { findLibraries, namedLibrary, placeWords, type NamedLibrary } from '../model/find-library.ts'
import type { LibraryDoc } from './documents.ts'
import { allNames, librariesByIds, type LibraryQuery } from './read.ts'

/** Milliseconds for which names are taken to be as they were read. */
const knownFor = 5 * 60_000
/** Libraries of which the names are read at a time, before others have their turn: some ten milliseconds. */
const atATime = 25

interface Known {
  readonly at: number
  readonly names: Promise<readonly NamedLibrary[]>
}
const known = new WeakMap<Db, Known>()

function namesIn(db: Db, now: number): Promise<readonly NamedLibrary[]> {
  const before = known.get(db)
  if (before && Math.abs(now - before.at) < knownFor) return before.names
  // Read for all who ask meanwhile: the end of one request must not be the end of it.
  const names = readNames(db)
  known.set(db, { at: now, names })
  const putBack = (): void => {
    if (known.get(db)?.names !== names) return
    if (before) known.set(db, before)
    else known.delete(db)
  }
  // A store that is being filled, or that did not answer, is asked again.
  names.then((all) => all.length === 0 && putBack(), putBack)
  // Reading takes some tenths of a second: whoever asks when it is due is told what was known.
  return before ? before.names : names
}

/** Has the names read, so that the first who looks for one does not wait. What goes wrong is told to whoever looks. */
export function readNamesAhead(db: Db, now: number): void {
  namesIn(db, now).catch(() => {})
}

async function readNames(db: Db): Promise<readonly NamedLibrary[]> {
  const { libraries, regions } = await allNames(db, {})
  const wordsOf = placeWords(
    new Map(regions.map(({ _id, name, parentId }) => [_id, { id: _id, name, parentId }])),
  )
  const names: NamedLibrary[] = []
  for (const { _id, name, level, regionId } of libraries) {
    names.push(namedLibrary({ id: _id, name, level, regionId }, wordsOf(regionId)))
    if (names.length % atATime === 0) await setImmediate()
  }
  return names
}

const most = 100

/** What fits best first. Errors: BAD_USER_INPUT for a `first` out of bounds or a cursor that is not ours. */
export async function foundPage(
  db: Db,
  { region, level, name, first, after, now }: LibraryQuery & { readonly name: string; readonly now: number },
  signal: AbortSignal,
): Promise<Connection<LibraryDoc>> {
  if (!Number.isInteger(first) || first < 0 || first > most)
    throw badInput(`first: give a whole number from 0 to ${most}; the cursor after leads on.`)
  const all = (await namesIn(db, now)).filter(
    (one) => (level === null || one.level === level) && (region === null || one.regionId.startsWith(region)),
  )
  const ids = findLibraries(all, name)
  const from = after ? placeAfter(ids, after) : 0
  const docs = await librariesByIds(db, ids.slice(from, from + first), { signal })
  const edges = ids.slice(from, from + first).flatMap((id) => {
    const node = docs.find(({ _id }) => _id === id)
    return node ? [{ cursor: encodeCursor([id]), node }] : []
  })
  return {
    edges,
    pageInfo: {
      hasNextPage: ids.length > from + first,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: () => Promise.resolve(ids.length),
  }
}

function placeAfter(ids: readonly string[], cursor: string): number {
  const at = ids.indexOf(String(decodeCursor(cursor, 1)[0]))
  if (at < 0) throw badInput('after: give a cursor from an edge of an earlier page.')
  return at + 1
}
