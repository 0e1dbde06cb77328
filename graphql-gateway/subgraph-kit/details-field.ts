// The field by which a subgraph gives the details of its kind a type in the graph.
import type { KindWith } from '@shuxiang/record'

/** What the gateway brings with a key object: the details that stand in the record, with its kind. */
interface WithDetails {
  readonly details?: unknown
}

/**
 * A resolver of `Record.<kind>`, whose field requires `details`: the details when the record is of the kind, else null.
 * Errors: `ZodError` for details that the kind refuses.
 */
export function detailsField<Details extends object>(
  kind: Pick<KindWith<Details>, 'entry' | 'read'>,
): (record: WithDetails) => Details | null {
  return ({ details }) => {
    if (typeof details !== 'object' || details === null || !('kind' in details)) return null
    const { kind: id, ...own } = details
    return id === kind.entry.id ? kind.read(own) : null
  }
}
