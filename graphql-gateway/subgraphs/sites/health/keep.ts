// Which sites are to be looked at, and what was found: the last whole look stays until the next one is whole.
import type { Db } from 'mongodb'
import { librariesIn, sitesIn } from '../store/documents.ts'
import { firstPause, judgedEvery, mostFaults } from './bounds.ts'
import { healthIn, healthKinds, type HealthDoc, type HealthFault, type HealthFinding } from './documents.ts'

/** Has every site that is served looked at, and forgets those that are not. Cheap when nothing has changed. */
export async function enrolSites(db: Db, now: Date, signal: AbortSignal): Promise<void> {
  const [live, known] = await Promise.all([
    sitesIn(db)
      .find({ state: 'live' }, { projection: { _id: 1 }, signal })
      .toArray(),
    healthIn(db)
      .find({}, { projection: { _id: 1 }, signal })
      .toArray(),
  ])
  const there = new Set(known.map(({ _id }) => _id))
  const open = new Set(live.map(({ _id }) => _id))
  const closed = [...there].filter((id) => !open.has(id))
  if (closed.length > 0) await healthIn(db).deleteMany({ _id: { $in: closed } })
  const fresh = [...open].filter((id) => !there.has(id))
  if (fresh.length === 0) return
  const libraries = await librariesIn(db)
    .find({ _id: { $in: fresh } }, { signal })
    .toArray()
  const byId = new Map(libraries.map((library) => [library._id, library]))
  await healthIn(db).bulkWrite(
    fresh.map((_id) => ({
      updateOne: {
        filter: { _id },
        update: {
          $setOnInsert: {
            name: byId.get(_id)?.name ?? _id,
            place: byId.get(_id)?.place ?? '0',
            ...{ judgedAt: null, nextAt: now, failures: 0, kinds: [], findings: [] },
          },
        },
        upsert: true,
      },
    })),
    { ordered: false },
  )
}

/** Those that have waited longest. */
export function dueSites(db: Db, now: Date, most: number): Promise<HealthDoc[]> {
  return healthIn(db)
    .find({ nextAt: { $lte: now } })
    .sort({ nextAt: 1, _id: 1 })
    .limit(most)
    .toArray()
}

/** Faults of one kind together; a kind that was there at the last look keeps the day since which it is. */
export function findingsOf(
  faults: readonly HealthFault[],
  before: readonly HealthFinding[],
  now: Date,
): readonly HealthFinding[] {
  return healthKinds.flatMap((kind): HealthFinding[] => {
    const found = faults.filter((fault) => fault.kind === kind)
    if (found.length === 0) return []
    const since = before.find((one) => one.kind === kind)?.since ?? now
    const told = found.slice(0, mostFaults).map(({ kind: _, ...fault }) => fault)
    return [{ kind, since, count: found.length, faults: told }]
  })
}

export async function keepHealth(
  db: Db,
  { _id, findings: before }: HealthDoc,
  faults: readonly HealthFault[],
  now: Date,
): Promise<void> {
  const library = await librariesIn(db).findOne({ _id }, { projection: { name: 1, place: 1 } })
  const findings = findingsOf(faults, before, now)
  await healthIn(db).updateOne(
    { _id },
    {
      $set: {
        ...(library && { name: library.name, place: library.place }),
        judgedAt: now,
        nextAt: new Date(now.getTime() + judgedEvery),
        failures: 0,
        kinds: findings.map(({ kind }) => kind),
        findings,
      },
    },
  )
}

/** The site could not be looked at: what is known of it stays, and others come first. */
export async function lookFailed(db: Db, { _id, failures }: HealthDoc, now: Date): Promise<void> {
  const pause = Math.min(firstPause * 2 ** Math.min(failures, 10), judgedEvery)
  await healthIn(db).updateOne(
    { _id },
    { $set: { nextAt: new Date(now.getTime() + pause) }, $inc: { failures: 1 } },
  )
}

/** Looked at later, and not before: there is nothing to say yet. */
export async function postponeLook(db: Db, { _id }: HealthDoc, until: Date): Promise<void> {
  await healthIn(db).updateOne({ _id }, { $set: { nextAt: until } })
}
