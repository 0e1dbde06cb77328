// The list of collections and their indexes, kept in the keyspace itself.
import { decodeAnswer } from '../bson/decode.ts'
import { encodeAnswer } from '../bson/encode.ts'
import { fail } from '../bson/errors.ts'
import { Binary, documentOf, type Document, type Value } from '../bson/values.ts'
import { UnusableFile, type Keyspace } from './keyspace.ts'
import { idIndex, spaceRange, Table, type Index, type IndexDefinition } from './table.ts'

/** Key spaces below this number belong to the store itself. */
const firstSpace = 16
const catalogueSpace = 0
const metaSpace = 1
/** Layout of the file; another number is refused at opening. */
const layout = 3

/** Most collections in one store; each is held in memory. */
const mostCollections = 10_000

/** Turns a partial filter into a test; given by the layer that knows filters. */
export type CompileFilter = (filter: Document) => (document: Document) => boolean

function keyIn(space: number, text: string): Buffer {
  const key = Buffer.alloc(4 + Buffer.byteLength(text))
  key.writeUInt32BE(space)
  key.write(text, 4)
  return key
}

/** Every collection of the store, by its full name `database.collection`. */
export class Catalogue {
  readonly tables = new Map<string, Table>()
  readonly #keyspace: Keyspace
  readonly #compile: CompileFilter
  readonly #newUuid: () => Uint8Array
  #nextSpace = firstSpace

  constructor(keyspace: Keyspace, compile: CompileFilter, newUuid: () => Uint8Array) {
    this.#keyspace = keyspace
    this.#compile = compile
    this.#newUuid = newUuid
    this.#checkLayout()
    this.reload()
    // What an earlier process left of something dropped must not become part of something new.
    const unused = { start: spaceRange(this.#nextSpace).start, end: Buffer.alloc(4, 0xff) }
    if (keyspace.count(unused) > 0) keyspace.write(() => keyspace.clear(unused))
  }

  #checkLayout(): void {
    const key = keyIn(metaSpace, 'layout')
    const stored = this.#keyspace.get(key)?.toString()
    if (stored === undefined) this.#keyspace.write(() => this.#keyspace.put(key, Buffer.from(`${layout}`)))
    else if (stored !== `${layout}`)
      throw new UnusableFile(
        Number(stored) > layout
          ? `the store was written by a newer version (layout ${stored}, this one reads ${layout}): start that version, or move the folder away to begin with an empty store`
          : `the store has layout ${stored}, this version reads layout ${layout}: copy it out with the version that wrote it, or move the folder away to begin with an empty store`,
      )
  }

  /** Reads everything anew from disk: at start, and after a transaction failed. Unfinished indexes are dropped. */
  reload(): void {
    for (const table of this.tables.values()) table.dropped = true
    this.tables.clear()
    const unfinished: { table: Table; index: Index }[] = []
    for (const { value } of this.#keyspace.entries(spaceRange(catalogueSpace), false)) {
      const table = this.#read(decodeAnswer(value))
      table.count = this.#keyspace.count(spaceRange(table.space))
      this.tables.set(table.name, table)
      this.#nextSpace = Math.max(
        this.#nextSpace,
        table.space + 1,
        ...table.indexes.map((index) => index.space + 1),
      )
      for (const index of table.indexes) if (index.building) unfinished.push({ table, index })
    }
    for (const { table, index } of unfinished) this.#keyspace.write(() => this.dropIndex(table, index))
  }

  /** @throws MongoError 115 for too many collections, 15 or 10334 for options that cannot be stored. */
  create(name: string, options: Document): Table {
    if (this.tables.size >= mostCollections)
      fail(115, `the embedded store keeps at most ${mostCollections} collections`)
    const table = new Table(
      this.#keyspace,
      { space: this.#nextSpace++, name, options, uuid: this.#newUuid() },
      this.#save,
    )
    table.indexes = [
      this.#index(idIndex, this.#nextSpace++, { multikey: [false], lossy: false, building: false }),
    ]
    this.#save(table)
    this.tables.set(name, table)
    return table
  }

  /** Replaces the options of a collection (validator, comment). */
  setOptions(table: Table, options: Document): void {
    const before = table.options
    table.options = options
    this.#saveOr(table, () => (table.options = before))
  }

  /** Saves, or brings back what was before: a description that cannot be stored is a refusal, not a fault. */
  #saveOr(table: Table, restore: () => void): void {
    try {
      this.#save(table)
    } catch (error) {
      restore()
      throw error
    }
  }

  drop(table: Table): void {
    this.#keyspace.clear(spaceRange(table.space))
    for (const index of table.indexes) this.#keyspace.clear(spaceRange(index.space))
    this.#keyspace.remove(keyIn(catalogueSpace, table.name))
    this.tables.delete(table.name)
    table.dropped = true
  }

  rename(table: Table, name: string): void {
    this.#keyspace.remove(keyIn(catalogueSpace, table.name))
    this.tables.delete(table.name)
    table.name = name
    this.tables.set(name, table)
    this.#save(table)
  }

  /** Registers an index without entries; writes keep it from now on, `finishIndex` opens it for reading. */
  addIndex(table: Table, definition: IndexDefinition): Index {
    const index = this.#index(definition, this.#nextSpace++, {
      multikey: definition.fields.map(() => false),
      lossy: false,
      building: true,
    })
    const before = table.indexes
    table.indexes = [...before, index]
    this.#saveOr(table, () => (table.indexes = before))
    return index
  }

  finishIndex(table: Table, index: Index): void {
    index.building = false
    this.#save(table)
  }

  dropIndex(table: Table, index: Index): void {
    this.#keyspace.clear(spaceRange(index.space))
    index.dropped = true
    table.indexes = table.indexes.filter((other) => other !== index)
    this.#save(table)
  }

  readonly #save = (table: Table): void => {
    if (table.dropped) throw new Error(`collection ${table.name} was dropped and must not be written`)
    this.#keyspace.put(keyIn(catalogueSpace, table.name), encodeAnswer(describe(table)))
  }

  #index(
    definition: IndexDefinition,
    space: number,
    seen: { multikey: boolean[]; lossy: boolean; building: boolean },
  ): Index {
    const admits = definition.partialFilter ? this.#compile(definition.partialFilter) : () => true
    return {
      ...definition,
      space,
      paths: definition.fields.map(({ path }) => path.split('.')),
      descending: definition.fields.map(({ descending }) => descending),
      admits,
      dropped: false,
      ...seen,
    }
  }

  #read(stored: Document): Table {
    const table = new Table(
      this.#keyspace,
      {
        space: number(stored.get('space')),
        name: text(stored.get('name')),
        options: document(stored.get('options')) ?? new Map(),
        uuid: bytes(stored.get('uuid')),
      },
      this.#save,
    )
    table.indexes = list(stored.get('indexes')).map((value) => {
      const index = document(value) ?? new Map<string, Value>()
      const fields = list(index.get('fields')).map((field) => {
        const parts = document(field) ?? new Map<string, Value>()
        return { path: text(parts.get('path')), descending: parts.get('descending') === true }
      })
      const expires = index.get('expireAfterSeconds')
      return this.#index(
        {
          name: text(index.get('name')),
          fields,
          unique: index.get('unique') === true,
          sparse: index.get('sparse') === true,
          partialFilter: document(index.get('partialFilter')) ?? null,
          expireAfterSeconds: typeof expires === 'number' ? expires : null,
        },
        number(index.get('space')),
        {
          multikey: list(index.get('multikey')).map((flag) => flag === true),
          lossy: index.get('lossy') === true,
          building: index.get('building') === true,
        },
      )
    })
    return table
  }
}

function describe(table: Table): Document {
  return documentOf(
    ['name', table.name],
    ['space', table.space],
    ['options', table.options],
    ['uuid', new Binary(table.uuid, 4)],
    [
      'indexes',
      table.indexes.map((index) =>
        documentOf(
          ['name', index.name],
          ['space', index.space],
          [
            'fields',
            index.fields.map(({ path, descending }) =>
              documentOf(['path', path], ['descending', descending]),
            ),
          ],
          ['unique', index.unique],
          ['sparse', index.sparse],
          ['partialFilter', index.partialFilter],
          ['expireAfterSeconds', index.expireAfterSeconds],
          ['multikey', [...index.multikey]],
          ['lossy', index.lossy],
          ['building', index.building],
        ),
      ),
    ],
  )
}

/** A stored catalogue entry is not what this version writes: the file is damaged or foreign. */
function damaged(what: string): never {
  throw new Error(`the store's list of collections is damaged (${what}); restore it from a backup`)
}
const number = (value: Value | undefined): number => (typeof value === 'number' ? value : damaged('number'))
const text = (value: Value | undefined): string => (typeof value === 'string' ? value : damaged('text'))
const list = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : damaged('list'))
const bytes = (value: Value | undefined): Uint8Array =>
  value instanceof Binary ? value.value() : damaged('bytes')
const document = (value: Value | undefined): Document | undefined =>
  value instanceof Map ? value : undefined
