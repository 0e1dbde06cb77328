// What addresses of other sites answered: asked once for all sites that lead to them.
import { createHash } from 'node:crypto'
import type { Db } from 'mongodb'
import { deadAfter, linkLasts } from './bounds.ts'
import { linksIn, type LinkDoc } from './documents.ts'

/** Milliseconds for which what is known counts. */
const lastsOf = ({ deadTimes }: LinkDoc): number => (deadTimes > 0 ? linkLasts.dead : linkLasts.alive)

const idOf = (address: string): string => createHash('sha256').update(address).digest('hex')

const known = (db: Db, addresses: readonly string[]): Promise<LinkDoc[]> =>
  linksIn(db)
    .find({ _id: { $in: addresses.map(idOf) } })
    .toArray()

/** Those of which nothing is known that still counts. */
export async function linksToAsk(
  db: Db,
  addresses: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  const fresh = (await known(db, addresses)).filter(
    (link) => link.askedAt.getTime() + lastsOf(link) > now.getTime(),
  )
  const there = new Set(fresh.map(({ address }) => address))
  return addresses.filter((address) => !there.has(address))
}

export async function keepLinks(
  db: Db,
  { alive, dead }: { readonly alive: readonly string[]; readonly dead: readonly string[] },
  now: Date,
): Promise<void> {
  const written = [
    ...alive.map((address) => ({
      updateOne: {
        filter: { _id: idOf(address) },
        update: { $set: { address, askedAt: now, deadTimes: 0 } },
        upsert: true,
      },
    })),
    ...dead.map((address) => ({
      updateOne: {
        filter: { _id: idOf(address) },
        update: { $set: { address, askedAt: now }, $inc: { deadTimes: 1 } },
        upsert: true,
      },
    })),
  ]
  if (written.length > 0) await linksIn(db).bulkWrite(written, { ordered: false })
}

/** Those that did not answer time after time: one bad night of a server is no news. */
export async function deadOf(db: Db, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const links = await known(db, addresses)
  return new Set(links.filter(({ deadTimes }) => deadTimes >= deadAfter).map(({ address }) => address))
}
