// Messages to libraries in the store. Each change is one write, and the same once more changes nothing.
import { badInput, connection, letterReference, type Connection, type SortKey } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Db } from 'mongodb'
import { contactKept, day, messageKept, mostADay, openKept } from './bounds.ts'
import { feedbackIn, type FeedbackDoc } from './documents.ts'

/** Errors: BAD_USER_INPUT where the library has been written to too often today (`full`). */
export async function keep(
  db: Db,
  message: Pick<FeedbackDoc, '_id' | 'library' | 'kind' | 'text' | 'contact' | 'page'>,
  at: Date,
): Promise<{ readonly reference: string }> {
  const { _id, library } = message
  const reference = letterReference(_id)
  if (await feedbackById(db, _id)) return { reference }
  const since = at.getTime() - day
  const today = await feedbackIn(db).countDocuments({ library, sentAt: { $gte: since } }, { limit: mostADay })
  if (today >= mostADay) throw badInput('This library has been written to very often today.', 'full')
  await feedbackIn(db)
    .insertOne({
      ...message,
      reference,
      state: 'OPEN',
      sentAt: at.getTime(),
      settledAt: null,
      note: '',
      erasedAt: null,
    })
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
  return { reference }
}

export function feedbackById(db: Db, id: string): Promise<FeedbackDoc | null> {
  return feedbackIn(db).findOne({ _id: id })
}

export async function settle(db: Db, id: string, note: string, at: Date): Promise<void> {
  await feedbackIn(db).updateOne(
    { _id: id, state: 'OPEN' },
    { $set: { state: 'SETTLED', settledAt: at, note } },
  )
}

export async function reopen(db: Db, id: string): Promise<void> {
  await feedbackIn(db).updateOne({ _id: id, state: 'SETTLED' }, { $set: { state: 'OPEN', settledAt: null } })
}

const erased = (at: Date) => ({ text: '', contact: '', note: '', erasedAt: at })

export async function erase(db: Db, id: string, at: Date): Promise<void> {
  const present = await feedbackById(db, id)
  if (present && present.erasedAt === null) await feedbackIn(db).updateOne({ _id: id }, { $set: erased(at) })
}

/** Erases what has been kept for its time. May end at any place, and be run again. */
export async function eraseOld(db: Db, now: Date): Promise<void> {
  const before = (age: number): Date => new Date(now.getTime() - age)
  const open = { state: 'OPEN', sentAt: { $lt: before(openKept).getTime() }, text: { $gt: '' } } as const
  const settled = { state: 'SETTLED', settledAt: { $lt: before(messageKept) }, text: { $gt: '' } } as const
  const answered = {
    state: 'SETTLED',
    settledAt: { $lt: before(contactKept) },
    contact: { $gt: '' },
  } as const
  await feedbackIn(db).updateMany(open, { $set: erased(now) })
  await feedbackIn(db).updateMany(settled, { $set: erased(now) })
  await feedbackIn(db).updateMany(answered, { $set: { contact: '' } })
}

export interface FeedbackPage {
  readonly library: string
  readonly state: FeedbackDoc['state'] | null
  readonly first: number
  readonly after: string | null
  readonly signal: AbortSignal
}

/** The latest first. */
export function feedbackPage(
  db: Db,
  { library, state, first, after, signal }: FeedbackPage,
): Promise<Connection<FeedbackDoc>> {
  const sort: readonly SortKey[] = [
    ['sentAt', -1],
    ['_id', 1],
  ]
  const filter = state === null ? { library } : { library, state }
  return connection<FeedbackDoc>({
    collection: db.collection('library_feedback'),
    filter,
    sort,
    first,
    after,
    signal,
  })
}
