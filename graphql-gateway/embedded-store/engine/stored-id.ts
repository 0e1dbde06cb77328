// What the _id of a stored document may be.
import { fail } from '../bson/errors.ts'
import { BSONRegExp, isDocument, type Value } from '../bson/values.ts'

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
