// Asking for the deletion of an account, and taking it back.
import { badInput } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Db } from 'mongodb'
import { daysToWait } from './bounds.ts'
import { deletionId, deletionsIn, type DeletionDoc } from './documents.ts'

/** Null: nobody has asked. */
export function deletionOf(
  db: Db,
  subject: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<DeletionDoc | null> {
  return deletionsIn(db).findOne({ _id: deletionId(subject) }, options)
}

/** Asked again it changes nothing: the day stays. */
export async function askDeletion(db: Db, subject: string, now: Date): Promise<DeletionDoc> {
  const _id = deletionId(subject)
  const dueAt = new Date(now.getTime() + daysToWait * 86_400_000)
  const asked: Omit<DeletionDoc, '_id'> = {
    subject,
    state: 'waiting',
    askedAt: now,
    dueAt,
    done: [],
    goneAt: null,
  }
  try {
    await deletionsIn(db).updateOne({ _id }, { $setOnInsert: asked }, { upsert: true })
  } catch (error) {
    // Of two who ask at one moment, one writes it.
    if (!isTaken(error)) throw error
  }
  return (await deletionsIn(db).findOne({ _id })) ?? { _id, ...asked }
}

/** Errors: BAD_USER_INPUT once it is being carried out. */
export async function cancelDeletion(db: Db, subject: string, now: Date): Promise<void> {
  const _id = deletionId(subject)
  const { deletedCount } = await deletionsIn(db).deleteOne({ _id, state: 'waiting', dueAt: { $gt: now } })
  if (deletedCount === 0 && (await deletionsIn(db).findOne({ _id })))
    throw badInput('The waiting time is over: this account is being deleted and cannot be kept any more.')
}
