// A file comes in by its parts, each of which may be sent again: a new asset, or new bytes for one that there is.
import { badInput } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import { Binary, type Db } from 'mongodb'
import { mostAssets, mostBytes, mostOpen, partBytes } from '../bounds.ts'
import { assetsIn, isDeleted, never, partsIn, type AssetDoc } from './documents.ts'
import { usedBy } from './kept.ts'
import { wordsOf } from './words.ts'

/** What is said of a file before it comes. */
export interface Announced {
  readonly key: string
  readonly name: string
  readonly bytes: number
  readonly by: string
  readonly byName: string
  readonly at: Date
}

export const partsOf = ({ bytes }: Pick<AssetDoc, 'bytes'>): number => Math.ceil(bytes / partBytes)

export const assetById = (db: Db, id: string): Promise<AssetDoc | null> => assetsIn(db).findOne({ _id: id })

/** The same once more is the same asset. Errors: BAD_USER_INPUT beyond what a library may keep. */
export async function begin(
  db: Db,
  { _id, library, ...announced }: Announced & { readonly _id: string; readonly library: string },
): Promise<AssetDoc> {
  const known = await assetById(db, _id)
  if (known) return known
  await checkRoom(db, library, announced.bytes)
  const texts = { alt: {}, title: {}, credit: '' }
  const doc: AssetDoc = {
    ...{ _id, library, ...announced, ...texts },
    ...{ state: 'receiving', turn: 1, refusal: null, shown: null, former: [], kept: 0 },
    ...{ decorative: false, focal: { x: 0.5, y: 0.5 }, licence: 'own', language: '' },
    ...{ words: wordsOf({ ...texts, name: announced.name }), rev: 1 },
    ...{ changed: announced.at.getTime(), deletedAt: never },
  }
  await assetsIn(db)
    .insertOne(doc)
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
  return (await assetById(db, _id)) ?? doc
}

/** New bytes under the same id; what is shown stays until they are ready. Errors: BAD_USER_INPUT. */
export async function beginAgain(db: Db, asset: AssetDoc, announced: Announced): Promise<AssetDoc> {
  if (asset.key === announced.key) return asset
  if (asset.state === 'working')
    throw badInput('The file that was given in last is still worked on. Wait a moment.', 'working')
  await checkRoom(db, asset.library, announced.bytes)
  const { _id, turn, rev } = asset
  const { matchedCount } = await assetsIn(db).updateOne(
    { _id, turn, rev },
    {
      $set: {
        ...announced,
        // One that was refused, or never came whole, was not shown under its name.
        shownName: asset.state === 'ready' ? asset.name : (asset.shownName ?? asset.name),
        state: 'receiving',
        refusal: null,
        changed: announced.at.getTime(),
        words: wordsOf({ ...asset, name: announced.name }),
      },
      $inc: { turn: 1, rev: 1 },
    },
  )
  if (matchedCount === 0) throw badInput('Somebody has changed it meanwhile. Look at it again.', 'changed')
  await forgetParts(db, asset)
  return (await assetById(db, _id)) ?? asset
}

async function checkRoom(db: Db, library: string, bytes: number): Promise<void> {
  const open = await assetsIn(db).countDocuments({ library, state: { $in: ['receiving', 'working'] } })
  if (open >= mostOpen)
    throw badInput(
      `${mostOpen} files of this library are on their way. Wait until they are there.`,
      'too-many-open',
    )
  const { count, kept } = await usedBy(db, library)
  if (count >= mostAssets)
    throw badInput(`The library has ${mostAssets} pictures and files. Delete some first.`, 'too-many')
  if (kept + bytes > mostBytes)
    throw badInput(
      'The library has used up its space. What was deleted counts until it is gone for good, after 30 days.',
      'no-space',
    )
}

/** With its last part a file is worked on. Errors: BAD_USER_INPUT for a part that cannot be one. */
export async function receive(
  db: Db,
  asset: AssetDoc,
  { turn, position, content }: { readonly turn: number; readonly position: number; readonly content: Buffer },
): Promise<AssetDoc> {
  const { _id } = asset
  if (asset.turn !== turn || isDeleted(asset))
    throw badInput('Another file was given in meanwhile. Look at it again.', 'changed')
  const parts = partsOf(asset)
  if (!Number.isInteger(position) || position < 0 || position >= parts)
    throw badInput(`position: give a whole number from 0 to ${parts - 1}.`)
  const size = position < parts - 1 ? partBytes : asset.bytes - position * partBytes
  if (content.length !== size) throw badInput(`content: this part has ${size} bytes.`)
  // Sent once more after the last: nothing is changed any more.
  if (asset.state !== 'receiving') return asset
  await partsIn(db).replaceOne(
    { _id: `${_id}:${turn}:${position}` },
    { asset: _id, turn, position, content: new Binary(content) },
    { upsert: true },
  )
  if ((await received(db, asset)) === parts)
    await assetsIn(db).updateOne({ _id, turn, state: 'receiving' }, { $set: { state: 'working' } })
  return (await assetById(db, _id)) ?? asset
}

/** How many parts are there. */
export const received = (db: Db, { _id, turn, state, bytes }: AssetDoc): Promise<number> =>
  state === 'receiving'
    ? partsIn(db).countDocuments({ asset: _id, turn })
    : Promise.resolve(partsOf({ bytes }))

/** Null while a part is missing. */
export async function givenFile(db: Db, asset: AssetDoc): Promise<Buffer | null> {
  const { _id, turn } = asset
  const parts = await partsIn(db)
    .find({ asset: _id, turn })
    .sort({ asset: 1, turn: 1, position: 1 })
    .toArray()
  return parts.length === partsOf(asset) ? Buffer.concat(parts.map(({ content }) => content.buffer)) : null
}

/** Of this turn and all before it. */
export async function forgetParts(db: Db, { _id, turn }: Pick<AssetDoc, '_id' | 'turn'>): Promise<void> {
  await partsIn(db).deleteMany({ asset: _id, turn: { $lte: turn } })
}
