// What the _id and the other fields of a document may be that comes to be stored.
import { fail } from '../bson/errors.ts'
import { BSONRegExp, isDocument, Timestamp, type Value } from '../bson/values.ts'

/** The _id, if a document with it may be stored. @throws MongoError 53 for lists and patterns, 52 for `$` fields. */
export function checkId(id: Value): Value {
  if (Array.isArray(id)) return fail(53, "The '_id' value cannot be of type array")
  if (id instanceof BSONRegExp) return fail(53, "The '_id' value cannot be of type regex")
  if (isDocument(id))
    for (const field of id.keys())
      if (field.startsWith('$'))
        fail(52, `_id fields may not contain '$'-prefixed fields: ${field} is not valid for storage.`)
  return id
}

/** @throws MongoError 115 for an empty timestamp, in whose place MongoDB puts the time of its log. */
export function checkTimestamp(field: string, value: Value): void {
  if (field !== '_id' && value instanceof Timestamp && value.t === 0 && value.i === 0)
    fail(115, `The empty timestamp in ${field} is not supported by the embedded store: store a date`)
}
