// Index specifications: read from a command, compared, and described back.
import { identical } from '../bson/compare.ts'
import type { Environment } from '../engine/environment.ts'
import { compileFilter } from '../engine/filter.ts'
import { documentOf, isDocument, toWhole, type Document, type Value } from '../bson/values.ts'
import { idIndex, type IndexDefinition } from '../keyspace/table.ts'
import { Arguments } from './arguments.ts'
import { refuse } from './errors.ts'
import { checkSimple } from './collation.ts'

const options = [
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'v',
  'collation',
  'ns',
]
/** Most fields of one index (MongoDB's own limit). */
const mostFields = 32
/** Longest life of a document by TTL, in seconds (MongoDB: 2^31 - 1). */
const longestLife = 2_147_483_647

/** Reads one element of `indexes`; null for the index on _id, which is always there. */
export function readIndex(spec: Document, environment: Environment): IndexDefinition | null {
  for (const option of [
    'hidden',
    'weights',
    'wildcardProjection',
    'bits',
    'min',
    'max',
    '2dsphereIndexVersion',
    'storageEngine',
  ])
    if (spec.has(option) && spec.get(option) !== false)
      refuse(67, `index option ${option} is not supported by the embedded store`)
  const args = new Arguments('createIndexes.indexes', withoutFalse(spec), options, true)
  const key = args.embedded('key') ?? refuse(40414, "BSON field 'createIndexes.indexes.key' is missing")
  const name =
    args.text('name') ?? refuse(9, "The 'name' field is a required property of an index specification")
  checkSimple(args.embedded('collation'))
  const fields = [...key].map(([path, kind]) => ({
    path: checkPath(path),
    descending: directionOf(path, kind),
  }))
  if (fields.length === 0 || fields.length > mostFields)
    refuse(67, `an index has 1 to ${mostFields} fields, got ${fields.length}`)
  if (fields.length === 1 && fields[0]?.path === '_id') return null
  const partial = args.embedded('partialFilterExpression') ?? null
  const sparse = args.flag('sparse')
  if (partial) {
    if (sparse) refuse(67, 'cannot mix "partialFilterExpression" and "sparse" options')
    checkPartial(partial)
    compileFilter(partial, environment)
  }
  const life = args.whole('expireAfterSeconds', 0)
  if (life !== undefined) {
    if (life > longestLife)
      refuse(
        67,
        `TTL index 'expireAfterSeconds' option must be within an acceptable range, try a lower number than ${life}`,
      )
    if (fields.length > 1)
      refuse(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL')
  }
  return {
    name,
    fields,
    unique: args.flag('unique'),
    sparse,
    partialFilter: partial,
    expireAfterSeconds: life ?? null,
  }
}

function withoutFalse(spec: Document): Document {
  return new Map([...spec].filter(([field, value]) => options.includes(field) || value !== false))
}

function checkPath(path: string): string {
  if (path === '' || path.startsWith('$') || path.split('.').some((part) => part === '' || part === '$**'))
    refuse(67, `index key '${path.slice(0, 100)}' is not a field path the embedded store can index`)
  return path
}

function directionOf(path: string, kind: Value): boolean {
  if (typeof kind === 'string')
    refuse(67, `index type '${kind.slice(0, 40)}' on '${path}' is not supported by the embedded store`)
  const direction = toWhole(kind)
  if (direction === undefined || direction === 0)
    refuse(67, `Values in v:2 index key pattern cannot be of this kind; use 1 or -1 for '${path}'`)
  return direction < 0
}

const allowed = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in'])

/** What MongoDB allows in a partial filter, less `$or`. */
function checkPartial(filter: Document): void {
  for (const [path, demand] of filter) {
    if (path === '$and' && Array.isArray(demand)) {
      for (const part of demand) if (isDocument(part)) checkPartial(part)
      continue
    }
    if (path.startsWith('$')) refuse(67, `unsupported expression in partial index: ${path}`)
    if (!isDocument(demand)) continue
    for (const [operator, operand] of demand) {
      if (operator.startsWith('$') && !allowed.has(operator))
        refuse(67, `unsupported expression in partial index: ${operator}`)
      if (operator === '$exists' && operand === false)
        refuse(67, 'unsupported expression in partial index: $exists: false')
    }
  }
}

/** Same fields in the same order. */
export function samePattern(a: IndexDefinition, b: IndexDefinition): boolean {
  return (
    a.fields.length === b.fields.length &&
    a.fields.every(({ path, descending }, i) => {
      const other = b.fields[i]
      return other?.path === path && other.descending === descending
    }) &&
    (a.partialFilter === null
      ? b.partialFilter === null
      : b.partialFilter !== null && identical(a.partialFilter, b.partialFilter)) &&
    a.sparse === b.sparse
  )
}

/** Same in everything but the name. */
export function sameIndex(a: IndexDefinition, b: IndexDefinition): boolean {
  return samePattern(a, b) && a.unique === b.unique && a.expireAfterSeconds === b.expireAfterSeconds
}

/** An index as listIndexes shows it. */
export function describeIndex(index: IndexDefinition): Document {
  const key: Document = new Map(index.fields.map(({ path, descending }) => [path, descending ? -1 : 1]))
  const shown = documentOf(['v', 2], ['key', key], ['name', index.name])
  // That of _id is unique without saying so.
  if (index.unique && index.name !== idIndex.name) shown.set('unique', true)
  if (index.sparse) shown.set('sparse', true)
  if (index.partialFilter) shown.set('partialFilterExpression', index.partialFilter)
  if (index.expireAfterSeconds !== null) shown.set('expireAfterSeconds', index.expireAfterSeconds)
  return shown
}
