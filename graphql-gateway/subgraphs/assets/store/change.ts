// What is said of an asset, and that it is deleted or had back. Each change names the revision that was looked at.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { assetsIn, never, type AssetDoc } from './documents.ts'
import { assetById } from './receive.ts'
import { wordsOf } from './words.ts'

/** What a librarian says of it. */
export type Described = Pick<
  AssetDoc,
  'name' | 'alt' | 'decorative' | 'focal' | 'credit' | 'licence' | 'title' | 'language'
>

/** Whether everything is said without which it may stand on no page. */
export function isDescribed({ shown, alt, decorative, title, language }: AssetDoc): boolean {
  if (shown?.kind === 'document') return Object.keys(title).length > 0 && language !== ''
  return decorative || Object.keys(alt).length > 0
}

/** Errors: BAD_USER_INPUT when somebody else was faster. */
export function describe(
  db: Db,
  asset: AssetDoc,
  rev: number,
  said: Described,
  now: Date,
): Promise<AssetDoc> {
  return change(db, asset, rev, { ...said, words: wordsOf(said), changed: now.getTime() })
}

/** It can be had back for a while; what was published with it stays as it is. */
export async function remove(db: Db, asset: AssetDoc, now: Date): Promise<AssetDoc> {
  return change(db, asset, asset.rev, { deletedAt: now })
}

export async function restore(db: Db, asset: AssetDoc): Promise<AssetDoc> {
  return change(db, asset, asset.rev, { deletedAt: never })
}

/** Errors: BAD_USER_INPUT when somebody else was faster. */
export async function change(
  db: Db,
  asset: AssetDoc,
  rev: number,
  fields: Partial<AssetDoc>,
): Promise<AssetDoc> {
  const { _id } = asset
  const { matchedCount } = await assetsIn(db).updateOne({ _id, rev }, { $set: fields, $inc: { rev: 1 } })
  if (matchedCount === 0) throw badInput('Somebody has changed it meanwhile. Look at it again.', 'changed')
  return (await assetById(db, _id)) ?? asset
}
