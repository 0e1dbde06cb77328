// The list of statements inside a bulk command, and the collection it works on.
import { encode } from '../bson/encode.ts'
import { isDocument } from '../bson/values.ts'
import type { Table } from '../keyspace/table.ts'
import type { Context } from './context.ts'
import { refuse } from './errors.ts'

/** The encoded statements of a command, whichever way they came. */
export function statementsOf({ request, args }: Context, field: string): readonly Uint8Array[] {
  const sequence = request.sequences.get(field)
  if (sequence) return sequence
  const list =
    args.list(field) ?? refuse(40414, `BSON field '${args.of}.${field}' is missing but a required field`)
  return list.map((value) =>
    isDocument(value)
      ? encode(value)
      : refuse(14, `BSON field '${args.of}.${field}' must hold documents only`),
  )
}

/** The collection with this name, made when there is none yet. Needs a write transaction. */
export function tableFor({ parts }: Context, namespace: string): Table {
  return parts.catalogue.tables.get(namespace) ?? parts.catalogue.create(namespace, new Map())
}
