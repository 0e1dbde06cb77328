// Changes of a source gathered and written together, then the place behind them.
import type { CollectionContent, Kinds, PersonContent, RecordInput } from '@shuxiang/record'
import type { Put, Remove } from '@shuxiang/record/source'
import { upsertCollections, upsertMany, upsertPersons, withdraw } from '@shuxiang/subgraph-catalogue/content'
import type { Db } from 'mongodb'

/** What became of a batch. */
export interface Written {
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  readonly removed: number
  /** Why records were refused. */
  readonly refused: readonly string[]
  /** What was set right: number by kind. */
  readonly mended: ReadonlyMap<string, number>
}

export interface Batch {
  readonly size: number
  add(put: Put): void
  remove(remove: Remove): void
  /** True when a change of this record must wait until the batch is written: puts are written before removals. */
  contradicts(change: Put | Remove): boolean
  write(db: Db, now: Date): Promise<Written>
}

/**
 * `writtenPersons` are the ids of persons that this run has stored: they come with many records. Records of kinds that
 * are not installed are refused.
 */
export function createBatch(kinds: Kinds, writtenPersons: Set<string>): Batch {
  const inputs: RecordInput[] = []
  const persons = new Map<string, PersonContent>()
  const collections = new Map<string, CollectionContent>()
  const mended = new Map<string, number>()
  const removals = new Map<string, Remove>()
  return {
    get size() {
      return inputs.length + removals.size
    },
    // A record that is put is not known before it is made, so no put joins a batch that removes.
    contradicts: ({ type }) => type === 'put' && removals.size > 0,
    add(put) {
      const made = put.make()
      inputs.push(made.input)
      for (const person of made.persons) persons.set(person.id, person)
      for (const collection of made.collections ?? []) collections.set(collection.id, collection)
      for (const kind of made.mendings ?? []) mended.set(kind, (mended.get(kind) ?? 0) + 1)
    },
    remove: (removal) => void removals.set(removal.id, removal),
    async write(db, now) {
      for (const id of persons.keys()) if (writtenPersons.has(id)) persons.delete(id)
      // What a record names first: it never names a person or a collection that the store does not know.
      if (collections.size > 0) await upsertCollections(db, [...collections.values()], now)
      await upsertPersons(db, [...persons.values()], now)
      const { inserted, updated, unchanged, refused } = await upsertMany(db, kinds, inputs, now)
      let removed = 0
      for (const { id, reason } of removals.values())
        if (await withdraw(db, id, { at: now, reason, bySource: true })) removed++
      for (const id of persons.keys()) writtenPersons.add(id)
      return { inserted, updated, unchanged, removed, refused: refused.map(({ message }) => message), mended }
    },
  }
}
