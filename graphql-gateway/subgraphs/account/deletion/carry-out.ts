// Carrying out what was asked for: step by step, each noted when it is done, so that a process that died is followed by another.
import type { Db } from 'mongodb'
import { mostAtOnce } from './bounds.ts'
import { deletionsIn, type DeletionDoc } from './documents.ts'

/** May be taken again, also after it was cut short. */
export interface DeletionStep {
  /** Unique; what is noted. */
  readonly name: string
  run(subject: string): Promise<void>
}

export interface CarryOutParts {
  readonly db: Db
  readonly now: () => Date
  readonly steps: readonly DeletionStep[]
  /** Told of one that could not go on; it is taken up at the next run. */
  readonly failed: (deletion: string, error: unknown) => void
}

/** Takes up what is due and what was begun, and answers how many accounts are gone now. */
export async function carryOut(parts: CarryOutParts, signal: AbortSignal): Promise<number> {
  const { db, now, failed } = parts
  const due = await deletionsIn(db)
    .find({
      $or: [{ state: 'leaving' }, { state: 'waiting', dueAt: { $lte: now() } }],
    })
    .sort({ dueAt: 1, _id: 1 })
    .limit(mostAtOnce)
    .toArray()
  let gone = 0
  for (const deletion of due) {
    if (signal.aborted) break
    try {
      if (await one(parts, deletion, signal)) gone++
    } catch (error) {
      failed(deletion._id, error)
    }
  }
  return gone
}

async function one(
  { db, now, steps }: CarryOutParts,
  { _id, subject, state, done }: DeletionDoc,
  signal: AbortSignal,
): Promise<boolean> {
  // From here on it cannot be taken back; whoever took it back a moment ago is heard.
  if (state === 'waiting') {
    const { matchedCount } = await deletionsIn(db).updateOne(
      { _id, state, dueAt: { $lte: now() } },
      { $set: { state: 'leaving' } },
    )
    if (matchedCount === 0) return false
  }
  for (const { name, run } of steps) {
    if (done.includes(name)) continue
    if (signal.aborted) return false
    await run(subject)
    await deletionsIn(db).updateOne({ _id, state: 'leaving' }, { $addToSet: { done: name } })
  }
  const { matchedCount } = await deletionsIn(db).updateOne(
    { _id, state: 'leaving' },
    { $set: { state: 'gone', subject: '', done: [], goneAt: now() } },
  )
  return matchedCount === 1
}
