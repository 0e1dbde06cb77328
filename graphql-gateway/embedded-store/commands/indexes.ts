// createIndexes, listIndexes, dropIndexes
import { setImmediate as nextTurn } from 'node:timers/promises'
import { decode } from '../bson/decode.ts'
import { encode } from '../bson/encode.ts'
import { documentOf, isDocument, type Document, type Value } from '../bson/values.ts'
import { spaceRange, type Index, type IndexDefinition, type Table } from '../keyspace/table.ts'
import type { Command, Context } from './context.ts'
import { describeFailure, refuse } from './errors.ts'
import { describeIndex, readIndex, sameIndex, samePattern } from './index-definitions.ts'
import { tableFor } from './statements.ts'
import { attempt } from './write-queue.ts'

/** Milliseconds of one transaction while an index is built. */
const buildTime = 30
/** Most indexes of one collection (MongoDB's own limit). */
const mostIndexes = 64

let building: Promise<unknown> = Promise.resolve()

/** `createIndexes`: one after the other; while one is built, reads and writes go on. */
export const createIndexes: Command = {
  fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  run(context) {
    const list = context.args.documents('indexes') ?? []
    if (list.length === 0) refuse(2, 'Must specify at least one index to create')
    const definitions = list.map((spec) => readIndex(spec, context.environment()))
    const namespace = context.namespace()
    const made = building.then(() => createAll(context, namespace, definitions))
    building = made.catch(() => {})
    return made
  },
}

async function createAll(
  context: Context,
  namespace: string,
  definitions: readonly (IndexDefinition | null)[],
): Promise<Document> {
  const { catalogue, writes } = context.parts
  const fresh = !catalogue.tables.has(namespace)
  const table = await attempt(writes, () => tableFor(context, namespace))
  const before = table.indexes.length
  const made: Index[] = []
  try {
    for (const definition of definitions) {
      if (!definition || exists(table, definition)) continue
      if (table.indexes.length >= mostIndexes)
        refuse(67, `add index fails, too many indexes for ${namespace}; at most ${mostIndexes}`)
      made.push(await build(context, table, definition))
    }
  } catch (error) {
    // All of them or none.
    await writes.run(() => {
      for (const index of made) if (!table.dropped && !index.dropped) catalogue.dropIndex(table, index)
    })
    throw error
  }
  const reply = documentOf(
    ['numIndexesBefore', before],
    ['numIndexesAfter', table.indexes.length],
    ['createdCollectionAutomatically', fresh],
  )
  if (before === table.indexes.length) reply.set('note', 'all indexes already exist')
  return reply
}

/** Whether the very index is there. Throws 85 or 86 when another stands in its place. */
function exists(table: Table, definition: IndexDefinition): boolean {
  for (const index of table.secondary) {
    if (index.name === definition.name) {
      if (sameIndex(index, definition)) return true
      refuse(
        86,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${definition.name}`,
      )
    }
    if (samePattern(index, definition))
      refuse(85, `Index already exists with a different name: ${index.name}`)
  }
  return false
}

/** Makes one index, some documents at a time: others work in between, and may drop what is being made. */
async function build(context: Context, table: Table, definition: IndexDefinition): Promise<Index> {
  const { catalogue, keyspace, writes, clock } = context.parts
  let { start } = spaceRange(table.space)
  const { end } = spaceRange(table.space)
  const check = (): void => {
    if (table.dropped) refuse(26, `collection ${table.name} was dropped while its index was built`)
  }
  const index = await attempt(writes, () => {
    check()
    return catalogue.addIndex(table, definition)
  })
  const next = (): boolean => {
    check()
    if (index.dropped) refuse(276, `index ${index.name} was dropped while it was built`)
    const until = clock.elapsed() + buildTime
    try {
      for (const { key, value } of keyspace.entries({ start, end }, false)) {
        table.addEntries(index, key, decode(value))
        start = Buffer.concat([key, Buffer.from([0])])
        if (clock.elapsed() > until) return false
      }
    } catch (error) {
      if (describeFailure(error)) catalogue.dropIndex(table, index)
      throw error
    }
    catalogue.finishIndex(table, index)
    return true
  }
  while (!(await attempt(writes, next))) await nextTurn()
  return index
}

/** `listIndexes` */
export const listIndexes: Command = {
  fields: ['cursor', 'includeBuildUUIDs', 'includeIndexBuildInfo'],
  async run(context) {
    const { parts, args } = context
    const namespace = context.namespace()
    const table = parts.catalogue.tables.get(namespace) ?? refuse(26, `ns does not exist: ${namespace}`)
    const list = table.indexes.filter(({ building }) => !building).map(describeIndex)
    const size = args.embedded('cursor')?.get('batchSize')
    return {
      fields: new Map(),
      batch: await parts.cursors.first(
        namespace,
        list.map(encode)[Symbol.iterator](),
        typeof size === 'number' ? size : Infinity,
        context.tick,
      ),
    }
  },
}

/** `dropIndexes`: by name, names, key, or `*`. */
export const dropIndexes: Command = {
  fields: ['index'],
  writes: true,
  run(context) {
    const namespace = context.namespace()
    const { catalogue } = context.parts
    const table = catalogue.tables.get(namespace) ?? refuse(26, `ns not found ${namespace}`)
    const before = table.indexes.length
    for (const index of chosen(table, context.args.required('index'))) catalogue.dropIndex(table, index)
    return documentOf(['nIndexesWas', before])
  },
}

function chosen(table: Table, wanted: Value): readonly Index[] {
  if (wanted === '*') return table.secondary
  if (isDocument(wanted)) {
    const pattern = [...wanted]
    const found = table.secondary.find(
      ({ fields }) =>
        fields.length === pattern.length &&
        fields.every(
          ({ path, descending }, i) => pattern[i]?.[0] === path && pattern[i]?.[1] === (descending ? -1 : 1),
        ),
    )
    if (pattern.length === 1 && wanted.has('_id')) refuse(72, 'cannot drop _id index')
    return [found ?? refuse(27, `can't find index with key: ${pattern.map(([path]) => path).join()}`)]
  }
  const names = Array.isArray(wanted) ? wanted : [wanted]
  return names.map((name) => {
    if (name === '_id_') refuse(72, 'cannot drop _id index')
    return (
      table.secondary.find((index) => index.name === name) ??
      refuse(27, `index not found with name [${String(name)}]`)
    )
  })
}
