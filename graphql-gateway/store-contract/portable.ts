// The subset of MongoDB that the embedded store, FerretDB and MongoDB all answer alike; every command of ours is held to it.

/** A command as the driver sends it. */
export type Command = Readonly<Record<string, unknown>>

interface Rule {
  readonly says: string
  readonly broken: (command: Command, parts: Parts) => boolean
}

/** The pieces of a command the rules look at. */
interface Parts {
  readonly name: string
  readonly filters: readonly Command[]
  readonly stages: readonly Command[]
  /** Every key with its value, however deep. */
  readonly entries: readonly (readonly [string, unknown])[]
}

/** Fields that together name one document of a collection, besides _id. */
const uniqueFields: Readonly<Record<string, readonly string[]>> = { record_parts: ['recordId', 'n'] }

const isObject = (value: unknown): value is Command =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !('_bsontype' in value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp) &&
  !(value instanceof Uint8Array)

const listOf = (value: unknown): readonly Command[] => (Array.isArray(value) ? value.filter(isObject) : [])

function entriesOf(value: unknown, depth = 0): (readonly [string, unknown])[] {
  if (depth > 40) return []
  if (Array.isArray(value)) return value.flatMap((item) => entriesOf(item, depth + 1))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap((entry) => [entry, ...entriesOf(entry[1], depth + 1)])
}

/** Conditions on fields in a filter, through `$and`, `$or` and `$nor`. */
function conditions(filter: Command): (readonly [string, unknown])[] {
  return Object.entries(filter).flatMap(([key, value]) =>
    ['$and', '$or', '$nor'].includes(key)
      ? listOf(value).flatMap(conditions)
      : key.startsWith('$')
        ? []
        : [[key, value] as const],
  )
}

const names =
  (...forbidden: string[]) =>
  (_: Command, { entries }: Parts): boolean =>
    entries.some(([key]) => forbidden.includes(key))

const isNegative = (value: unknown): boolean =>
  isObject(value) && Object.keys(value).every((key) => ['$ne', '$nin', '$not'].includes(key))

function isLoosePattern(value: unknown, options: unknown): boolean {
  const source = value instanceof RegExp ? value.source : typeof value === 'string' ? value : ''
  const flags = value instanceof RegExp ? value.flags : typeof options === 'string' ? options : ''
  return !source.startsWith('^') || flags.includes('i')
}

const sortOf = (command: Command): Command | null => (isObject(command['sort']) ? command['sort'] : null)

function hasUniqueTail(command: Command, name: string): boolean {
  const sort = sortOf(command)
  const fields = Object.keys(sort ?? {})
  const collection = String(command[name])
  return (
    fields.length === 0 ||
    fields.includes('_id') ||
    (uniqueFields[collection]?.every((f) => fields.includes(f)) ?? false)
  )
}

const rules: readonly Rule[] = [
  {
    says: 'uses a transaction; keep what belongs together in one document, and compare its rev',
    broken: (command) => 'startTransaction' in command || 'autocommit' in command,
  },
  {
    says: 'uses change streams, or a capped, time series, clustered or view collection; poll a dirty mark instead',
    broken: names('$changeStream', 'tailable', 'capped', 'timeseries', 'clusteredIndex', 'viewOn'),
  },
  {
    says: 'sends the command bulkWrite; use bulkWrite of a collection',
    broken: (_, { name }) => name === 'bulkWrite',
  },
  {
    says: 'searches texts in the store; searching belongs to the search engine',
    broken: (command, parts) =>
      names('$text', '$search', '$searchMeta', '$vectorSearch')(command, parts) ||
      (parts.name === 'createIndexes' && parts.entries.some(([, value]) => value === 'text')),
  },
  {
    says: 'runs code or geometry in the store',
    broken: names(
      '$where',
      '$function',
      '$accumulator',
      'mapReduce',
      '$geoNear',
      '$near',
      '$geoWithin',
      '$geoIntersects',
    ),
  },
  { says: 'asks for a collation; store a normalised key beside the text', broken: names('collation') },
  {
    says: 'compares with null without $exists, or with a whole document (the order of its keys would count)',
    broken: (_, { filters }) =>
      filters
        .flatMap(conditions)
        .some(
          ([, value]) =>
            value === null ||
            (isObject(value) && !Object.keys(value).every((key) => key.startsWith('$'))) ||
            (isObject(value) && value['$eq'] === null),
        ),
  },
  {
    says: 'sorts without a unique tail; end the sort with _id',
    broken: (command, { name }) => ['find', 'findAndModify'].includes(name) && !hasUniqueTail(command, name),
  },
  {
    says: 'pages by skip; page by position (keyset)',
    broken: (command, { stages }) =>
      Number(command['skip'] ?? 0) > 0 || stages.some((stage) => '$skip' in stage),
  },
  {
    says: 'uses a pattern that is not anchored, or ignores case; no index can help it',
    broken: (_, { entries }) =>
      entries.some(([, value]) =>
        value instanceof RegExp
          ? isLoosePattern(value, undefined)
          : isObject(value) && '$regex' in value && isLoosePattern(value['$regex'], value['$options']),
      ),
  },
  {
    says: 'has only negative conditions ($ne, $nin, $not), which read everything',
    broken: (_, { filters }) =>
      filters.some((filter) => {
        const all = conditions(filter)
        return all.length > 0 && all.every(([, value]) => isNegative(value))
      }),
  },
  {
    says: 'joins in a way that may read everything ($graphLookup, $lookup without fields), or replaces a collection ($out)',
    broken: (_, { stages }) =>
      stages.some(
        (stage) =>
          '$graphLookup' in stage ||
          '$out' in stage ||
          (isObject(stage['$lookup']) && !('foreignField' in stage['$lookup'])),
      ),
  },
  {
    says: 'relies on a lock or a read preference of a replica set beyond the defaults (readConcern snapshot)',
    broken: (command) => isObject(command['readConcern']) && command['readConcern']['level'] === 'snapshot',
  },
]

/** What in a command leaves the portable subset, a sentence each; empty when nothing does. */
export function violations(name: string, command: Command): string[] {
  const stages = listOf(command['pipeline'])
  const statements = [...listOf(command['updates']), ...listOf(command['deletes'])]
  const filters = [
    command['filter'],
    command['query'],
    ...statements.map((statement) => statement['q']),
    ...stages.map((stage) => stage['$match']),
  ].filter(isObject)
  const parts: Parts = { name, filters, stages, entries: entriesOf(command) }
  return rules.filter(({ broken }) => broken(command, parts)).map(({ says }) => says)
}
