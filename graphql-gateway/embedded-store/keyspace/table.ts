// One collection on disk: documents by number in the order they came, and the entries of every index kept equal to them.
import type { Document, Value } from '../bson/values.ts'
import { hasAny, type KeyPart, keysOf } from '../bson/keys.ts'
import { afterPrefix, makeKey } from './key-order.ts'
import type { Keyspace, KeyRange } from './keyspace.ts'

/** What an index is asked to be. */
export interface IndexDefinition {
  readonly name: string
  readonly fields: readonly { readonly path: string; readonly descending: boolean }[]
  readonly unique: boolean
  readonly sparse: boolean
  readonly partialFilter: Document | null
  readonly expireAfterSeconds: number | null
}

/** An index as it stands: its key space and what has been seen in it. */
export interface Index extends IndexDefinition {
  readonly space: number
  readonly paths: readonly (readonly string[])[]
  readonly descending: readonly boolean[]
  /** Whether a document belongs in it (partial filter). */
  readonly admits: (document: Document) => boolean
  /** Field i has gone through an array in some document. Never goes back to false. */
  readonly multikey: boolean[]
  /** Some entry was shortened, so that the order inside is not exact. Never goes back to false. */
  lossy: boolean
  /** Entries are still being made; not for reading yet. */
  building: boolean
  /** Its entries are gone. */
  dropped: boolean
}

/** A unique index (or _id) already has this key. */
export class DuplicateKeyError extends Error {
  readonly collection: string
  readonly index: string
  readonly pattern: readonly { readonly path: string; readonly descending: boolean }[]
  readonly values: readonly Value[]
  constructor(
    collection: string,
    index: string,
    pattern: readonly { readonly path: string; readonly descending: boolean }[],
    values: readonly Value[],
  ) {
    super(`duplicate key in ${collection}, index ${index}`)
    this.collection = collection
    this.index = index
    this.pattern = pattern
    this.values = values
  }
}

/** The whole range of a key space. */
export function spaceRange(space: number): KeyRange {
  const start = Buffer.alloc(4)
  start.writeUInt32BE(space)
  return { start, end: afterPrefix(start) }
}

/** The index every collection has. */
export const idIndex: IndexDefinition = {
  name: '_id_',
  fields: [{ path: '_id', descending: false }],
  unique: true,
  sparse: false,
  partialFilter: null,
  expireAfterSeconds: null,
}

/** Most entries one document may have in one index. */
const mostEntries = 10_000
/** Bytes of a document's number in its key. */
const numberLength = 6

/** Documents and index entries of one collection. Writes need an open write transaction of the keyspace. */
export class Table {
  readonly space: number
  name: string
  options: Document
  readonly uuid: Uint8Array
  /** The one on _id first. */
  indexes: Index[] = []
  /** Exact number of documents. */
  count = 0
  dropped = false
  /** Number of the document inserted last, once something has been inserted. */
  #last: number | undefined
  readonly #keyspace: Keyspace
  readonly #changed: (table: Table) => void

  constructor(
    keyspace: Keyspace,
    stored: { space: number; name: string; options: Document; uuid: Uint8Array },
    changed: (table: Table) => void,
  ) {
    this.#keyspace = keyspace
    this.#changed = changed
    this.space = stored.space
    this.name = stored.name
    this.options = stored.options
    this.uuid = stored.uuid
  }

  read(key: Buffer): Buffer | undefined {
    return this.#keyspace.get(key)
  }

  /** All indexes but the one on _id. */
  get secondary(): readonly Index[] {
    return this.indexes.slice(1)
  }

  /** Adds a document. Throws DuplicateKeyError before anything is written. */
  insert(raw: Uint8Array, document: Document): void {
    const key = this.#nextKey()
    const entries = this.indexes.map((index) => this.#entries(index, document, key))
    this.indexes.forEach((index, i) => this.#checkUnique(index, entries[i] ?? [], key))
    this.#keyspace.put(key, raw)
    for (const list of entries) for (const { entry } of list) this.#keyspace.put(entry, key)
    this.count++
  }

  /** The key after that of the last document, so that a scan meets documents in the order they came. */
  #nextKey(): Buffer {
    if (this.#last === undefined) {
      const { value: last } = this.#keyspace.entries(spaceRange(this.space), true).next()
      this.#last = last ? last.key.readUIntBE(4, numberLength) : 0
    }
    const key = Buffer.alloc(4 + numberLength)
    key.writeUInt32BE(this.space)
    key.writeUIntBE(++this.#last, 4, numberLength)
    return key
  }

  /** Puts a new state in place of `before`; the _id is the same. Throws DuplicateKeyError before anything is written. */
  replace(key: Buffer, before: Document, raw: Uint8Array, after: Document): void {
    const changes = this.secondary.map((index) => {
      const had = new Map(this.#entries(index, before, key).map((e) => [e.entry.toString('latin1'), e]))
      const added = this.#entries(index, after, key).filter((e) => !had.delete(e.entry.toString('latin1')))
      return { index, added, gone: [...had.values()] }
    })
    for (const { index, added } of changes) this.#checkUnique(index, added, key)
    this.#keyspace.put(key, raw)
    for (const { index, added, gone } of changes) {
      for (const { entry } of gone) this.#removeEntry(index, entry, key)
      for (const { entry } of added) this.#keyspace.put(entry, key)
    }
  }

  remove(key: Buffer, document: Document): void {
    this.#keyspace.remove(key)
    for (const index of this.indexes)
      for (const { entry } of this.#entries(index, document, key)) this.#removeEntry(index, entry, key)
    this.count--
  }

  /** While a unique index is being made, the entry of a document it has not met yet may be another's. */
  #removeEntry({ unique, building }: Index, entry: Buffer, key: Buffer): void {
    if (unique && building && !this.#keyspace.get(entry)?.equals(key)) return
    this.#keyspace.remove(entry)
  }

  /** Makes the entries of one document in one index (while the index is being built). */
  addEntries(index: Index, key: Buffer, document: Document): void {
    const entries = this.#entries(index, document, key)
    this.#checkUnique(index, entries, key)
    for (const { entry } of entries) this.#keyspace.put(entry, key)
  }

  #entries(index: Index, document: Document, key: Buffer): { entry: Buffer; parts: readonly KeyPart[] }[] {
    if (!index.admits(document)) return []
    if (index.sparse && !hasAny(document, index.paths)) return []
    const flags = [...index.multikey]
    const combinations = keysOf(document, index.paths, flags, mostEntries)
    let changed = false
    flags.forEach((flag, i) => {
      if (flag && !index.multikey[i]) changed = index.multikey[i] = true
    })
    const seen = new Set<string>()
    const result: { entry: Buffer; parts: readonly KeyPart[] }[] = []
    for (const parts of combinations) {
      const made = makeKey(index.space, parts, index.descending)
      if (made.lossy && !index.lossy) changed = index.lossy = true
      if (combinations.length > 1) {
        const text = made.key.toString('latin1')
        if (seen.has(text)) continue
        seen.add(text)
      }
      result.push({ entry: index.unique ? made.key : Buffer.concat([made.key, key.subarray(4)]), parts })
    }
    if (changed) this.#changed(this)
    return result
  }

  #checkUnique(
    index: Index,
    entries: readonly { entry: Buffer; parts: readonly KeyPart[] }[],
    key: Buffer,
  ): void {
    if (!index.unique) return
    for (const { entry, parts } of entries) {
      const holder = this.#keyspace.get(entry)
      if (holder && !holder.equals(key))
        throw new DuplicateKeyError(
          this.name,
          index.name,
          index.fields,
          parts.map((part) => (typeof part === 'symbol' ? [] : part)),
        )
    }
  }
}
