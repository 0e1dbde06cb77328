// Approvals as they are kept: given once by a person for a state of a site, and taken back by them alone.
import type { Db } from 'mongodb'
import type { DoneBy } from '../editing/page-marks.ts'
import { publicationsIn } from '../releases/documents.ts'
import { approvalId, approvalsIn, type ApprovalDoc } from './documents.ts'
import type { Look } from './look.ts'

/** Whether all of these were given, and none was taken back. */
export async function areGiven(db: Db, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const given = await approvalsIn(db).countDocuments({
    _id: { $in: [...ids] },
    takenBack: { $exists: false },
  })
  return given === ids.length
}

/** Those that count for a state, the oldest first. */
export function approvalsOf(
  db: Db,
  site: string,
  hash: string,
  signal?: AbortSignal,
): Promise<ApprovalDoc[]> {
  return approvalsIn(db)
    .find({ site, hash, takenBack: { $exists: false } }, signal ? { signal } : {})
    .sort({ site: 1, at: 1, _id: 1 })
    .toArray()
}

/** Those of former states, the latest first, without those that were taken back. */
export function formerApprovals(
  db: Db,
  {
    site,
    hash,
    since,
    most,
  }: { readonly site: string; readonly hash: string; readonly since: Date; readonly most: number },
  signal?: AbortSignal,
): Promise<ApprovalDoc[]> {
  return approvalsIn(db)
    .find(
      { site, at: { $gt: since }, hash: { $ne: hash }, takenBack: { $exists: false } },
      signal ? { signal } : {},
    )
    .sort({ site: 1, at: -1, _id: 1 })
    .limit(most)
    .toArray()
}

interface Given {
  readonly site: string
  readonly hash: string
  readonly look: Look
  readonly words: string
}

/** The same once more stays as it was; one that was taken back is given anew. */
export async function giveApproval(
  db: Db,
  doer: DoneBy,
  { site, hash, look, words }: Given,
): Promise<string> {
  const _id = approvalId(hash, doer.by)
  const { by, name, at } = doer
  await approvalsIn(db).updateOne(
    { _id },
    { $setOnInsert: { site, hash, by, name, at, look, words } },
    { upsert: true },
  )
  await approvalsIn(db).updateOne(
    { _id, takenBack: { $exists: true } },
    { $set: { at, name, words }, $unset: { takenBack: '' } },
  )
  return _id
}

/** False where it was none, or was taken back before. */
export async function withdrawApproval(db: Db, id: string, at: Date): Promise<boolean> {
  const { matchedCount } = await approvalsIn(db).updateOne(
    { _id: id, takenBack: { $exists: false } },
    { $set: { takenBack: at } },
  )
  return matchedCount === 1
}

/** Ends publications that need an approval and are not live yet; when the next of them was due, null where there was none. */
export async function endWithout(db: Db, site: string, approval: string): Promise<Date | null> {
  const waiting = await publicationsIn(db)
    .find({ site, state: { $in: ['asked', 'rendering'] }, letThrough: approval })
    .sort({ site: 1, number: -1 })
    .toArray()
  const ids = waiting.map(({ _id }) => _id)
  if (ids.length > 0)
    await publicationsIn(db).updateMany(
      { _id: { $in: ids }, state: { $in: ['asked', 'rendering'] } },
      { $set: { state: 'superseded' } },
    )
  return waiting[0]?.dueAt ?? null
}
