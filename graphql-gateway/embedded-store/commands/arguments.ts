// Reads the fields of a command: each by its type, and no field that the command does not know.
import { MongoError } from '../bson/errors.ts'
import { isDocument, isNumeric, toWhole, typeOf, type Document, type Value } from '../bson/values.ts'
import { refuse } from './errors.ts'

/** Fields any command may carry (driver specifications: sessions, causal consistency, stable API, timeouts). */
const everywhere = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'txnNumber',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'autocommit',
  'startTransaction',
  'databaseVersion',
  'mayBypassWriteBlocking',
])

/** The fields of one command (or of one of its statements). */
export class Arguments {
  readonly document: Document
  readonly of: string

  /** @param known fields the command understands (`*`: any); another one is refused by name with 40415. */
  constructor(of: string, document: Document, known: readonly string[], statement = false) {
    this.of = of
    this.document = document
    if (known.includes('*')) return
    for (const field of document.keys())
      if (!known.includes(field) && (statement || (field !== of && !everywhere.has(field))))
        refuse(40415, `BSON field '${of}.${field}' is an unknown field.`)
  }

  #wrong(field: string, value: Value, wanted: string): never {
    return refuse(
      14,
      `BSON field '${this.of}.${field}' is the wrong type '${typeOf(value)}', expected type '${wanted}'`,
    )
  }

  has(field: string): boolean {
    return this.document.has(field)
  }

  text(field: string): string | undefined {
    const value = this.document.get(field)
    return value === undefined || typeof value === 'string' ? value : this.#wrong(field, value, 'string')
  }

  flag(field: string): boolean {
    const value = this.document.get(field)
    if (value === undefined || value === null) return false
    if (typeof value === 'boolean') return value
    return isNumeric(value) ? toWhole(value) !== 0 : this.#wrong(field, value, 'bool')
  }

  /** A list of statements ends with its first failure unless `ordered` is false; only true and false will do. */
  ordered(): boolean {
    const value = this.document.get('ordered') ?? true
    return typeof value === 'boolean' ? value : this.#wrong('ordered', value, 'bool')
  }

  /** A whole number of at least `least`. */
  whole(field: string, least: number): number | undefined {
    const value = this.document.get(field)
    if (value === undefined || value === null) return undefined
    if (!isNumeric(value)) return this.#wrong(field, value, 'number')
    const n = toWhole(value)
    if (n === undefined) return refuse(9, `${this.of}.${field} must be a whole number`)
    return n >= least
      ? n
      : refuse(51024, `BSON field '${field}' value must be >= ${least}, actual value '${n}'`)
  }

  embedded(field: string): Document | undefined {
    const value = this.document.get(field)
    if (value === undefined || value === null) return undefined
    return isDocument(value) ? value : this.#wrong(field, value, 'object')
  }

  list(field: string): Value[] | undefined {
    const value = this.document.get(field)
    if (value === undefined || value === null) return undefined
    return Array.isArray(value) ? value : this.#wrong(field, value, 'array')
  }

  /** A list of documents. */
  documents(field: string): Document[] | undefined {
    return this.list(field)?.map((value, i) =>
      isDocument(value) ? value : this.#wrong(`${field}.${i}`, value, 'object'),
    )
  }

  /** The value of a field that must be there. */
  required(field: string): Value {
    const value = this.document.get(field)
    if (value === undefined)
      throw new MongoError(40414, `BSON field '${this.of}.${field}' is missing but a required field`)
    return value
  }
}
