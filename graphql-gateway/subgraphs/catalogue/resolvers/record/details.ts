// Record.details, and the details of each kind that the catalogue serves, under the kind's name
import type { Kinds } from '@shuxiang/record'
import { fieldOf, type StoredField } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'

const field = fieldOf<RecordDoc>()

export function detailFields(kinds: Kinds): Record<string, StoredField<RecordDoc>> {
  const served = kinds.all.filter(({ typeDefs }) => typeDefs !== null)
  return {
    // The subgraph of a kind is asked about records of every kind: the kind's id tells it which are its own.
    details: field(['kind', 'details', 'withdrawn'], ({ kind, details, withdrawn }) =>
      withdrawn ? null : { ...details, kind },
    ),
    ...Object.fromEntries(
      served.map(({ entry: { id }, read }) => [
        id,
        field(['kind', 'details', 'withdrawn'], ({ kind, details, withdrawn }) =>
          kind === id && !withdrawn ? read(details) : null,
        ),
      ]),
    ),
  }
}
