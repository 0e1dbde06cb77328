// What the store does by itself: removes expired documents, idle cursors and old retry records.
import { decode } from '../bson/decode.ts'
import { spaceRange, type Index, type Table } from '../keyspace/table.ts'
import { boundsFor, partRanges } from '../planner/ranges.ts'
import type { Parts } from './context.ts'
import { forgetOldAnswers } from './retries.ts'

/** Documents removed in one transaction. */
const chunk = 200

/** One round. Answers how many documents had expired. */
export async function sweep({ catalogue, keyspace, writes, cursors, clock }: Parts): Promise<number> {
  let removed = 0
  for (const table of catalogue.tables.values())
    for (const index of table.indexes)
      if (index.expireAfterSeconds !== null && !index.building)
        removed += await expire(table, index, index.expireAfterSeconds)
  await writes.run(() => forgetOldAnswers(keyspace, clock.now()))
  await cursors.closeIdle()
  return removed

  /** Removes documents whose date (the earliest of several) is older than the index allows. */
  async function expire(table: Table, index: Index, seconds: number): Promise<number> {
    const limit = new Date(clock.now().getTime() - seconds * 1000)
    const expired = partRanges({ high: { value: limit, inclusive: true } }, false)
    const { ranges } = boundsFor(index.space, [[]], index.descending, {
      ranges: expired,
      descending: index.descending[0] ?? false,
    })
    let gone = 0
    for (let more = true; more && !table.dropped;) {
      more = await writes.run(() => {
        if (table.dropped || index.dropped) return false
        const keys = new Map<string, Buffer>()
        for (const { value } of keyspace.entries(ranges[0] ?? spaceRange(index.space), false)) {
          keys.set(value.toString('latin1'), value)
          if (keys.size === chunk) break
        }
        for (const key of keys.values()) {
          const raw = table.read(key)
          if (!raw) continue
          table.remove(key, decode(raw))
          gone++
        }
        return keys.size === chunk
      })
    }
    return gone
  }
}
