// insert
import { documentOf, type Document } from '../bson/values.ts'
import { sizeOf } from '../engine/size.ts'
import type { Context, WriteCommand } from './context.ts'
import { storable, validate } from './documents.ts'
import { describeFailure, refuse } from './errors.ts'
import { statementsOf, tableFor } from './statements.ts'

/** `insert`: each document on its own; with `ordered` the first failure ends the list. */
export const insert: WriteCommand = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  writes: true,
  run(context) {
    const ordered = context.args.ordered()
    const list = statementsOf(context, 'documents')
    if (list.length === 0) refuse(16, 'Write batch sizes must be between 1 and 100000. Got 0 operations.')
    const errors: Document[] = []
    let n = 0
    for (const [i, received] of list.entries()) {
      try {
        insertOne(context, context.namespace(), received, context.args.flag('bypassDocumentValidation'))
        n++
      } catch (error) {
        errors.push(writeError(error, i))
        if (ordered) break
      }
    }
    return withErrors(documentOf(['n', n]), errors)
  },
}

/** Stores one received document; makes the collection when there is none. Answers its _id. */
export function insertOne(
  context: Context,
  namespace: string,
  received: Uint8Array,
  unchecked: boolean,
): void {
  context.tick()
  const { document, raw } = storable(received, context.parts.newId)
  const table = tableFor(context, namespace)
  if (!unchecked) validate(table, document)
  table.insert(raw, document)
}

/** An error of one statement; a fault of ours goes on to end the transaction. */
export function writeError(error: unknown, index: number): Document {
  const described = describeFailure(error)
  if (!described) throw error
  return new Map([['index', index], ...described])
}

/** Bytes of errors told in full; the answer is one document. */
const mostErrorBytes = 4 * 1024 * 1024

/** Adds the errors of single statements to a reply: where they are many, the later ones by place and number only. */
export function withErrors(reply: Document, errors: Document[]): Document {
  if (errors.length === 0) return reply
  let bytes = 0
  const told = errors.map((error) => {
    bytes += sizeOf(error)
    return bytes < mostErrorBytes
      ? error
      : documentOf(['index', error.get('index') ?? 0], ['code', error.get('code') ?? 1])
  })
  return reply.set('writeErrors', told)
}
