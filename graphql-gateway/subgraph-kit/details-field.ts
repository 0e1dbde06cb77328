// The field by which a subgraph gives the details of its kind a type in the graph.
import type { Kind } from '@shuxiang/record'
import type { Resolver } from './contract.ts'

/** What the gateway brings with a key object: the details that stand in the record, with its kind. */
interface WithDetails {
  readonly details?: unknown
}

/**
 * A resolver of `Record.<kind>`, whose field requires `details`: the details when the record is of the kind, else null.
 * Errors: `ZodError` for details that the kind refuses.
 */
export function detailsField(kind: Kind): Resolver<WithDetails> {
  return ({ details }) => {
    if (typeof details !== 'object' || details === null || !('kind' in details)) return null
    const { kind: id, ...own } = details
    return id === kind.entry.id ? kind.read(own) : null
  }
}
