// Documents that are counted by site: each gets the next number, also when two are written at once.
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Collection } from 'mongodb'

const mostTries = 20

/** Writes with the first number that nobody has; `write` tells what is written under it. */
export async function insertNext<Doc extends { readonly site: string; readonly number: number }>(
  last: () => Promise<number>,
  write: (number: number) => Promise<Doc>,
): Promise<Doc> {
  for (let tries = 0; ; tries++) {
    try {
      return await write((await last()) + 1)
    } catch (error) {
      if (!isTaken(error) || tries >= mostTries) throw error
    }
  }
}

/** The highest number of a site; 0 when it has none. */
export async function lastNumber(
  collection: Collection<{ readonly _id: string; readonly site: string; readonly number: number }>,
  site: string,
): Promise<number> {
  const [last] = await collection
    .find({ site }, { projection: { number: 1 } })
    .sort({ site: 1, number: -1 })
    .limit(1)
    .toArray()
  return last?.number ?? 0
}
