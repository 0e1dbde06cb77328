// Making and ending what stands over sites. Each is one write, and the same once more changes nothing.
import type { Db } from 'mongodb'
import { badInput } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import { overridesIn, type OverrideDoc } from './documents.ts'
import { mostInForce } from './read.ts'

/** Errors: BAD_USER_INPUT where as many stand over the place as may. */
export async function makeOverride(db: Db, made: OverrideDoc): Promise<OverrideDoc> {
  const known = await overridesIn(db).findOne({ _id: made._id })
  if (known) return known
  const there = await overridesIn(db).countDocuments(
    { over: made.over, ends: { $gt: made.at } },
    { limit: mostInForce },
  )
  if (there >= mostInForce)
    throw badInput(`At most ${mostInForce} stand over one place at once. End one first.`, 'too-many')
  await overridesIn(db)
    .insertOne(made)
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
  return (await overridesIn(db).findOne({ _id: made._id })) ?? made
}

/** Null when there is none. */
export async function endOverride(db: Db, id: string, at: Date): Promise<OverrideDoc | null> {
  await overridesIn(db).updateOne({ _id: id, ends: { $gt: at } }, { $set: { endedAt: at, ends: at } })
  return overridesIn(db).findOne({ _id: id })
}
