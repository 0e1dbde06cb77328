// What a document must be before it is stored: its _id, its size, and the collection's validator.
import { compileFilter } from '../engine/filter.ts'
import { decode } from '../bson/decode.ts'
import { encode } from '../bson/encode.ts'
import { checkId, checkTimestamp } from '../engine/stored-id.ts'
import { isDocument, ObjectId, type Document, type Value } from '../bson/values.ts'
import type { Table } from '../keyspace/table.ts'
import { refuse, ValidationError } from './errors.ts'

const largest = 16 * 1024 * 1024

/** A document ready to be stored. */
export interface Storable {
  readonly id: Value
  readonly document: Document
  readonly raw: Uint8Array
}

/** A received document as it will be stored: `_id` present, valid and first. */
export function storable(received: Uint8Array, newId: () => Uint8Array): Storable {
  if (received.length > largest)
    refuse(10334, `object to insert too large. size in bytes: ${received.length}, max size: ${largest}`)
  const document = decode(received)
  const [first] = document.keys()
  const id = document.get('_id')
  for (const [field, value] of document) checkTimestamp(field, value)
  if (first === '_id' && id !== undefined) return { id: checkId(id), document, raw: received }
  return prepared(document, newId)
}

/** The same for a document made here. */
export function prepared(document: Document, newId: () => Uint8Array): Storable {
  // null is an _id like any other.
  const id = checkId(document.has('_id') ? (document.get('_id') ?? null) : new ObjectId(newId()))
  const ordered: Document = new Map([['_id', id]])
  for (const [field, value] of document) if (field !== '_id') ordered.set(field, value)
  return { id, document: ordered, raw: checkSize(encode(ordered)) }
}

/** Refuses an encoded document that is too large to store. */
export function checkSize(raw: Uint8Array): Uint8Array {
  return raw.length > largest
    ? refuse(17419, `Resulting document after update is larger than ${largest}`)
    : raw
}

const validators = new WeakMap<Document, (document: Document) => boolean>()

/** Checks a document against the validator of its collection. Throws ValidationError (121). */
export function validate(table: Table, document: Document): void {
  const validator = table.options.get('validator')
  if (!isDocument(validator) || validator.size === 0) return
  if (table.options.get('validationAction') === 'warn' || table.options.get('validationLevel') === 'off')
    return
  let test = validators.get(validator)
  if (!test) validators.set(validator, (test = compileFilter(validator)))
  if (!test(document)) throw new ValidationError(document.get('_id') ?? null)
}
