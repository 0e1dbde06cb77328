// For tests that run thousands of stores: a database of a few documents in memory. What it does not know it refuses.
import type { Db } from 'mongodb'

interface Stored {
  [name: string]: unknown
}
type Filter = Readonly<Record<string, unknown>>
type Update = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const comparable = (value: unknown): number | string =>
  value instanceof Date ? value.getTime() : typeof value === 'number' ? value : String(value)

const compared = (one: unknown, other: unknown): number => {
  const [a, b] = [comparable(one), comparable(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

const conditions: Readonly<Record<string, (value: unknown, wanted: unknown) => boolean>> = {
  $in: (value, wanted) => Array.isArray(wanted) && wanted.includes(value),
  $lt: (value, wanted) => compared(value, wanted) < 0,
  $lte: (value, wanted) => compared(value, wanted) <= 0,
  $gt: (value, wanted) => compared(value, wanted) > 0,
  $gte: (value, wanted) => compared(value, wanted) >= 0,
  $exists: (value, wanted) => (value !== undefined) === wanted,
}

function isMet(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null || wanted instanceof Date) return value === wanted
  return Object.entries(wanted).every(([name, than]) => {
    const condition = conditions[name]
    if (!condition) throw new Error(`These few documents know no ${name}.`)
    return condition(value, than)
  })
}

const isFound = (document: Stored, filter: Filter): boolean =>
  Object.entries(filter).every(([name, wanted]) => {
    if (name.startsWith('$') || name.includes('.')) throw new Error(`These few documents know no ${name}.`)
    return isMet(document[name], wanted)
  })

function changed(document: Stored, update: Update, isNew: boolean): Stored {
  const next = { ...document }
  for (const [name, values] of Object.entries(update))
    if (name === '$set' || name === '$setOnInsert') {
      if (name === '$set' || isNew) Object.assign(next, structuredClone(values))
    } else if (name === '$max')
      for (const [field, value] of Object.entries(values))
        next[field] = next[field] === undefined || compared(next[field], value) < 0 ? value : next[field]
    else if (name === '$unset') for (const gone of Object.keys(values)) delete next[gone]
    else throw new Error(`These few documents know no ${name}.`)
  return next
}

function collection() {
  const kept = new Map<unknown, Stored>()
  const found = (filter: Filter): Stored[] => [...kept.values()].filter((one) => isFound(one, filter))
  const updateOne = (filter: Filter, update: Update, options: { readonly upsert?: boolean } = {}) => {
    const [there] = found(filter)
    if (!there && !options.upsert) return { matchedCount: 0, upsertedCount: 0 }
    const next = changed(there ?? { _id: filter['_id'] }, update, !there)
    kept.set(next['_id'], next)
    return { matchedCount: there ? 1 : 0, upsertedCount: there ? 0 : 1 }
  }
  const cursor = (rows: readonly Stored[]) => ({
    sort: (by: Readonly<Record<string, 1 | -1>>) =>
      cursor(
        rows.toSorted((one, other) => {
          for (const [name, way] of Object.entries(by)) {
            const order = compared(one[name], other[name]) * way
            if (order !== 0) return order
          }
          return 0
        }),
      ),
    limit: (most: number) => cursor(rows.slice(0, most)),
    toArray: async () => structuredClone([...rows]),
  })
  return {
    find: (filter: Filter) => cursor(found(filter)),
    async findOne(filter: Filter, { sort = {} }: { readonly sort?: Readonly<Record<string, 1 | -1>> } = {}) {
      const [first = null] = await cursor(found(filter)).sort(sort).limit(1).toArray()
      return first
    },
    countDocuments: async (filter: Filter) => found(filter).length,
    async insertOne(document: Stored) {
      if (kept.has(document['_id'])) throw Object.assign(new Error('taken'), { code: 11_000 })
      kept.set(document['_id'], structuredClone(document))
    },
    updateOne: async (...asked: Parameters<typeof updateOne>) => updateOne(...asked),
    async bulkWrite(
      writes: readonly {
        readonly updateOne: { readonly filter: Filter; readonly update: Update; readonly upsert?: boolean }
      }[],
    ) {
      const done = writes.map(({ updateOne: one }) => updateOne(one.filter, one.update, one))
      return { upsertedCount: done.filter(({ upsertedCount }) => upsertedCount === 1).length }
    },
  }
}

/** A database whose collections come to be when they are asked for. */
export function fewDocuments(): Db {
  const collections = new Map<string, ReturnType<typeof collection>>()
  const db = {
    collection(name: string) {
      const there = collections.get(name) ?? collection()
      collections.set(name, there)
      return there
    },
  }
  // A driver's database has a hundred members; these are those that editing asks for, and any other fails at once.
  return db as unknown as Db
}
