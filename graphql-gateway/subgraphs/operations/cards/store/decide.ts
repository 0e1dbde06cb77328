// What a library decides about a list that is there: how it is read, that it is imported, that it is given up.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import type { HolderIs } from '../ports.ts'
import type { Mapping } from '../reading/rows.ts'
import { linesIn, listsIn, nothing, type CardListDoc } from './documents.ts'
import { forgetFile, listById } from './receive.ts'

const present = async (db: Db, { _id }: CardListDoc): Promise<CardListDoc> => {
  const doc = await listById(db, _id)
  if (!doc) throw badInput('id: this list is not there any more.')
  return doc
}

/** Has it read anew. Errors: BAD_USER_INPUT once it is imported or given up. */
export async function readOtherwise(db: Db, list: CardListDoc, mapping: Mapping): Promise<CardListDoc> {
  const { matchedCount } = await listsIn(db).updateOne(
    { _id: list._id, state: { $in: ['checking', 'checked', 'unreadable'] } },
    { $set: { state: 'checking', mapping, problem: null, plan: null, done: 0 }, $inc: { reading: 1 } },
  )
  if (matchedCount === 0)
    throw badInput('This list is imported or given up. Give it in again to read it otherwise.')
  return present(db, list)
}

/**
 * `reading`: what was looked at, so that nobody imports what another has meanwhile read otherwise. `note` resolves once it
 * is in the audit log. The same once more changes nothing. Errors: BAD_USER_INPUT; those of `note`.
 */
export async function start(
  db: Db,
  list: CardListDoc,
  reading: number,
  note: () => Promise<void>,
): Promise<CardListDoc> {
  const { _id, state } = list
  if (state === 'importing' || state === 'done') return list
  if (state !== 'checked')
    throw badInput('This list was not checked. Wait for the check, or give it in again.')
  if (list.reading !== reading)
    throw badInput(
      'This list was read otherwise meanwhile. Look at what would happen now, then import it.',
      'read-otherwise',
    )
  await note()
  await listsIn(db).updateOne(
    { _id, state: 'checked', reading },
    { $set: { state: 'importing', done: 0, result: nothing, pending: null } },
  )
  return present(db, list)
}

/** Says who is named by lines that ask: those of these numbers, or all of them. Errors: BAD_USER_INPUT. */
export async function answer(
  db: Db,
  list: CardListDoc,
  {
    reading,
    lines,
    is,
  }: { readonly reading: number; readonly lines: readonly number[] | null; readonly is: HolderIs },
): Promise<CardListDoc> {
  if (list.state !== 'checked' || list.reading !== reading)
    throw badInput('This list is read otherwise or imported meanwhile. Look at it again.', 'read-otherwise')
  await linesIn(db).updateMany(
    { list: list._id, reading, asks: true, ...(lines === null ? {} : { line: { $in: [...lines] } }) },
    { $set: { answer: is } },
  )
  return present(db, list)
}

/** An import that has begun goes to its end. */
export async function giveUp(db: Db, list: CardListDoc): Promise<CardListDoc> {
  const { _id } = list
  if (list.state === 'given-up') return list
  const { matchedCount } = await listsIn(db).updateOne(
    { _id, state: { $in: ['receiving', 'checking', 'checked', 'unreadable'] } },
    { $set: { state: 'given-up', sample: [], headings: [] } },
  )
  if (matchedCount === 0)
    throw badInput('The import has begun, so the list cannot be given up any more.', 'begun')
  await forgetFile(db, _id)
  await linesIn(db).deleteMany({ list: _id })
  return present(db, list)
}
