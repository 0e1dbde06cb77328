// Reports of errors in the store. Each change is one write, and the same once more changes nothing.
import { badInput, connection, letterReference, type Connection, type SortKey } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Db } from 'mongodb'
import { contactKept, day, mostADay, mostOfARecord, openContactKept, wordsKept } from './bounds.ts'
import { correctionsIn, type CorrectionDoc } from './documents.ts'

export type NewCorrection = Omit<
  CorrectionDoc,
  'reference' | 'state' | 'sentAt' | 'decidedAt' | 'reason' | 'erasedAt'
>

/** Errors: BAD_USER_INPUT where more was reported today than anybody looks at (`full`). */
export async function keep(db: Db, report: NewCorrection, at: Date): Promise<{ readonly reference: string }> {
  const { _id, record } = report
  const reference = letterReference(`correction ${_id}`)
  if (await correctionById(db, _id)) return { reference }
  const since = { sentAt: { $gte: at.getTime() - day } }
  const [today, ofRecord] = await Promise.all([
    correctionsIn(db).countDocuments(since, { limit: mostADay }),
    correctionsIn(db).countDocuments({ record, ...since }, { limit: mostOfARecord }),
  ])
  if (today >= mostADay || ofRecord >= mostOfARecord)
    throw badInput('More has been reported today than can be looked at.', 'full')
  await correctionsIn(db)
    .insertOne({
      ...report,
      ...{ reference, state: 'OPEN', sentAt: at.getTime(), decidedAt: null, reason: '', erasedAt: null },
    })
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
  return { reference }
}

export function correctionById(db: Db, id: string): Promise<CorrectionDoc | null> {
  return correctionsIn(db).findOne({ _id: id })
}

/** From one state to another, if it still is in the first. */
export async function move(
  db: Db,
  id: string,
  { from, to }: { readonly from: CorrectionDoc['state']; readonly to: CorrectionDoc['state'] },
  reason: string,
  at: Date,
): Promise<void> {
  const decidedAt = to === 'OPEN' ? null : at
  await correctionsIn(db).updateOne({ _id: id, state: from }, { $set: { state: to, decidedAt, reason } })
}

const erased = (at: Date) => ({ wrong: '', should: '', source: '', contact: '', reason: '', erasedAt: at })

export async function erase(db: Db, id: string, at: Date): Promise<void> {
  await correctionsIn(db).updateOne({ _id: id, wrong: { $gt: '' } }, { $set: erased(at) })
}

/** Erases what has been kept for its time. May end at any place, and be run again. */
export async function eraseOld(db: Db, now: Date): Promise<void> {
  const before = (age: number): Date => new Date(now.getTime() - age)
  const corrections = correctionsIn(db)
  await corrections.updateMany(
    { state: { $in: ['DECLINED', 'SETTLED'] }, decidedAt: { $lt: before(wordsKept) }, wrong: { $gt: '' } },
    { $set: erased(now) },
  )
  await corrections.updateMany(
    { state: { $ne: 'OPEN' }, decidedAt: { $lt: before(contactKept) }, contact: { $gt: '' } },
    { $set: { contact: '' } },
  )
  await corrections.updateMany(
    { state: 'OPEN', sentAt: { $lt: before(openContactKept).getTime() }, contact: { $gt: '' } },
    { $set: { contact: '' } },
  )
}

export interface CorrectionsPage {
  readonly state: CorrectionDoc['state'] | null
  readonly first: number
  readonly after: string | null
  readonly signal: AbortSignal
}

/** The latest first. */
export function correctionsPage(
  db: Db,
  { state, first, after, signal }: CorrectionsPage,
): Promise<Connection<CorrectionDoc>> {
  const sort: readonly SortKey[] = [
    ['sentAt', -1],
    ['_id', 1],
  ]
  return connection<CorrectionDoc>({
    collection: db.collection('corrections'),
    filter: state === null ? {} : { state },
    ...{ sort, first, after, signal },
  })
}
