// A list comes in by its parts, each of which may be sent again.
import { badInput } from '@shuxiang/subgraph-kit'
import { Binary, type Db } from 'mongodb'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import { listKept, mostOpen, partBytes } from '../bounds.ts'
import { listsIn, partsIn, type CardListDoc } from './documents.ts'

export interface NewList {
  readonly _id: string
  readonly library: string
  readonly fileName: string
  readonly bytes: number
  readonly by: string
  readonly name: string
  readonly at: Date
}

export const partsOf = ({ bytes }: Pick<CardListDoc, 'bytes'>): number => Math.ceil(bytes / partBytes)

export const listById = (db: Db, id: string): Promise<CardListDoc | null> => listsIn(db).findOne({ _id: id })

/** The same once more is the same list. Errors: BAD_USER_INPUT while too many of the library wait. */
export async function begin(db: Db, list: NewList): Promise<CardListDoc> {
  const known = await listById(db, list._id)
  if (known) return known
  const open = await listsIn(db).countDocuments({
    library: list.library,
    state: { $in: ['receiving', 'checking', 'checked', 'unreadable', 'importing'] },
  })
  if (open >= mostOpen)
    throw badInput(
      `There are ${mostOpen} lists of this library that were not imported. Give some up first.`,
      'too-many-lists',
    )
  const doc: CardListDoc = {
    ...list,
    state: 'receiving',
    expires: new Date(list.at.getTime() + listKept),
    reading: 0,
    sha256: '',
    mapping: null,
    headings: [],
    sample: [],
    problem: null,
    today: list.at,
    done: 0,
    total: 0,
    plan: null,
    kept: 0,
    result: null,
    pending: null,
  }
  await listsIn(db)
    .insertOne(doc)
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
  return (await listById(db, list._id)) ?? doc
}

/** With its last part a list is checked. Errors: BAD_USER_INPUT for a part that cannot be one. */
export async function receive(
  db: Db,
  list: CardListDoc,
  position: number,
  content: Buffer,
): Promise<CardListDoc> {
  const parts = partsOf(list)
  if (!Number.isInteger(position) || position < 0 || position >= parts)
    throw badInput(`position: give a whole number from 0 to ${parts - 1}.`)
  const size = position < parts - 1 ? partBytes : list.bytes - position * partBytes
  if (content.length !== size) throw badInput(`content: this part has ${size} bytes.`)
  // Sent once more after the last: nothing is changed any more.
  if (list.state === 'receiving') {
    const { _id, expires } = list
    await partsIn(db).replaceOne(
      { _id: `${_id}:${position}` },
      { list: _id, position, content: new Binary(content), expires },
      { upsert: true },
    )
    if ((await partsIn(db).countDocuments({ list: _id })) === parts)
      await listsIn(db).updateOne({ _id, state: 'receiving' }, { $set: { state: 'checking', reading: 1 } })
  }
  return (await listById(db, list._id)) ?? list
}

/** How many parts are there. */
export const received = (db: Db, list: CardListDoc): Promise<number> =>
  list.state === 'receiving' ? partsIn(db).countDocuments({ list: list._id }) : Promise.resolve(partsOf(list))

/** Null while a part is missing. */
export async function fileOf(db: Db, list: CardListDoc): Promise<Buffer | null> {
  const parts = await partsIn(db).find({ list: list._id }).sort({ list: 1, position: 1 }).toArray()
  if (parts.length !== partsOf(list)) return null
  return Buffer.concat(parts.map(({ content }) => content.buffer))
}

/** What names people and is not needed any more. */
export async function forgetFile(db: Db, list: string): Promise<void> {
  await partsIn(db).deleteMany({ list })
}
