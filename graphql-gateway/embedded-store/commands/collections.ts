// create, drop, dropDatabase, renameCollection, collMod, listCollections, listDatabases
import { compileFilter } from '../engine/filter.ts'
import { encode } from '../bson/encode.ts'
import { Binary, documentOf, integer, type Document } from '../bson/values.ts'
import { idIndex, type Table } from '../keyspace/table.ts'
import { checkSimple } from './collation.ts'
import { namespaceOf, type Command, type Context, type WriteCommand } from './context.ts'
import { refuse } from './errors.ts'
import { describeIndex } from './index-definitions.ts'

/** Kinds of collection the store does not have. */
const refusedOptions = [
  'viewOn',
  'pipeline',
  'timeseries',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'expireAfterSeconds',
  'encryptedFields',
]
const storedOptions = ['validator', 'validationAction', 'validationLevel']

/** `create`: plain collections, with a validator if wanted; everything else is refused by name. */
export const create: WriteCommand = {
  fields: [
    ...storedOptions,
    'capped',
    'size',
    'max',
    'autoIndexId',
    'idIndex',
    'collation',
    'storageEngine',
    'indexOptionDefaults',
    ...refusedOptions,
  ],
  writes: true,
  run(context) {
    const { args, parts } = context
    const namespace = context.namespace()
    checkSimple(args.embedded('collation'))
    for (const option of ['capped', 'autoIndexId', 'storageEngine', 'indexOptionDefaults', ...refusedOptions])
      if (args.has(option) && args.document.get(option) !== false)
        refuse(115, `create option ${option} is not supported by the embedded store`)
    const options: Document = new Map()
    for (const option of storedOptions) {
      const value = args.document.get(option)
      if (value !== undefined) options.set(option, value)
    }
    checkValidator(context, args.embedded('validator'))
    const existing = parts.catalogue.tables.get(namespace)
    if (existing) {
      if (Buffer.compare(encode(existing.options), encode(options)) === 0) return new Map()
      refuse(48, `namespace ${namespace} already exists, but with different options`)
    }
    parts.catalogue.create(namespace, options)
    return new Map()
  },
}

function checkValidator(context: Context, validator: Document | undefined): void {
  if (validator) compileFilter(validator, context.environment())
}

/** `collMod`: changes the validator, or the life of documents in a TTL index. */
export const collMod: WriteCommand = {
  fields: storedOptions,
  writes: true,
  run(context) {
    const { args, parts } = context
    const namespace = context.namespace()
    const table = parts.catalogue.tables.get(namespace) ?? refuse(26, `ns does not exist: ${namespace}`)
    checkValidator(context, args.embedded('validator'))
    const options: Document = new Map(table.options)
    for (const option of storedOptions) {
      const value = args.document.get(option)
      if (value !== undefined) options.set(option, value)
    }
    parts.catalogue.setOptions(table, options)
    return new Map()
  },
}

/** `drop` */
export const drop: WriteCommand = {
  fields: [],
  writes: true,
  run(context) {
    const namespace = context.namespace()
    const table = context.parts.catalogue.tables.get(namespace)
    if (!table) return new Map()
    const reply = documentOf(['ns', namespace], ['nIndexesWas', table.indexes.length])
    context.parts.catalogue.drop(table)
    return reply
  },
}

/** `dropDatabase` */
export const dropDatabase: WriteCommand = {
  fields: [],
  writes: true,
  run({ parts, database }) {
    for (const table of tablesOf(parts.catalogue.tables, database)) parts.catalogue.drop(table)
    return documentOf(['dropped', database])
  },
}

/** `renameCollection` */
export const renameCollection: WriteCommand = {
  fields: ['to', 'dropTarget'],
  writes: true,
  adminOnly: true,
  run({ args, parts }) {
    const from = fullName(args.text('renameCollection'))
    const to = fullName(args.text('to'))
    const table = parts.catalogue.tables.get(from) ?? refuse(26, `Source collection ${from} does not exist`)
    if (from === to) refuse(20, "Can't rename a collection to itself")
    const target = parts.catalogue.tables.get(to)
    if (target && !args.flag('dropTarget')) refuse(48, 'target namespace exists')
    if (target) parts.catalogue.drop(target)
    parts.catalogue.rename(table, to)
    return new Map()
  },
}

function fullName(text: string | undefined): string {
  const dot = text?.indexOf('.') ?? -1
  if (text === undefined || dot < 0) return refuse(73, `Invalid namespace specified '${text ?? ''}'`)
  return namespaceOf(text.slice(0, dot), text.slice(dot + 1), 'renameCollection')
}

function tablesOf(tables: ReadonlyMap<string, Table>, database: string): Table[] {
  return [...tables.values()].filter(({ name }) => name.startsWith(`${database}.`))
}

/** `listCollections` */
export const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  async run(context) {
    const { args, parts, database } = context
    const test = compileFilter(args.embedded('filter') ?? new Map(), context.environment())
    const all = tablesOf(parts.catalogue.tables, database).map((table) =>
      documentOf(
        ['name', table.name.slice(database.length + 1)],
        ['type', 'collection'],
        ['options', table.options],
        ['info', documentOf(['readOnly', false], ['uuid', new Binary(table.uuid, 4)])],
        ['idIndex', describeIndex(idIndex)],
      ),
    )
    const shown = all
      .filter((document) => test(document))
      .map((document) => (args.flag('nameOnly') ? pick(document, ['name', 'type']) : document))
    const size = args.embedded('cursor')?.get('batchSize')
    return {
      fields: new Map(),
      batch: await parts.cursors.first(
        `${database}.$cmd.listCollections`,
        shown.map(encode)[Symbol.iterator](),
        typeof size === 'number' ? size : Infinity,
        context.tick,
      ),
    }
  },
}

function pick(document: Document, fields: readonly string[]): Document {
  return new Map([...document].filter(([field]) => fields.includes(field)))
}

/** `listDatabases` */
export const listDatabases: Command = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  adminOnly: true,
  run(context) {
    const { args, parts } = context
    const test = compileFilter(args.embedded('filter') ?? new Map(), context.environment())
    const counts = new Map<string, number>()
    for (const { name, count } of parts.catalogue.tables.values()) {
      const database = name.slice(0, name.indexOf('.'))
      counts.set(database, (counts.get(database) ?? 0) + count)
    }
    const size = parts.keyspace.size()
    const all = [...counts].map(([name, count]) =>
      documentOf(['name', name], ['sizeOnDisk', integer(size)], ['empty', count === 0]),
    )
    const shown = all
      .filter((document) => test(document))
      .map((document) => (args.flag('nameOnly') ? pick(document, ['name']) : document))
    return args.flag('nameOnly')
      ? documentOf(['databases', shown])
      : documentOf(['databases', shown], ['totalSize', integer(size)])
  },
}
