// What a collection holds, in two numbers that two stores share only when every byte is the same.
import { createHash } from 'node:crypto'
import type { Db } from 'mongodb'

/** Number of documents, and the sum of their SHA-256 over the stored bytes, so that their order does not matter. */
export interface Digest {
  readonly count: number
  readonly sum: string
}

const modulus = 1n << 256n

/** Reads a whole collection. `each` hears of every document read. */
export async function digestOf(db: Db, collection: string, each: () => void): Promise<Digest> {
  let count = 0
  let sum = 0n
  const cursor = db.collection(collection).find({}, { raw: true, batchSize: 1000 })
  for await (const document of cursor) {
    if (!(document instanceof Uint8Array)) throw new Error('the driver did not answer bytes')
    sum = (sum + BigInt(`0x${createHash('sha256').update(document).digest('hex')}`)) % modulus
    count++
    each()
  }
  return { count, sum: sum.toString(16) }
}

/** Whether two collections are the same. */
export function sameDigest(a: Digest, b: Digest): boolean {
  return a.count === b.count && a.sum === b.sum
}
