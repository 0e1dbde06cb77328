// Record.details, and the details of each kind that the catalogue serves, under the kind's name
import type { Kinds } from '@shuxiang/record'
import { fieldOf, type StoredField } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

/** The subgraph of a kind is asked about records of every kind: the kind's id tells it which are its own. */
export const details = fieldOf<RecordDoc, RecordResolvers['details']>()(
  ['kind', 'details', 'withdrawn'],
  ({ kind, details: own, withdrawn }) => (withdrawn ? null : { ...own, kind }),
)

/** Their types are in the SDL of the kinds, which is known when the subgraph is put together: zod reads what is stored. */
export function kindFields(
  kinds: Kinds,
): Record<string, StoredField<RecordDoc, unknown, unknown, RecordDoc>> {
  const field = fieldOf<RecordDoc>()
  const served = kinds.all.filter(({ typeDefs }) => typeDefs !== null)
  return Object.fromEntries(
    served.map(({ entry: { id }, read }) => [
      id,
      field(['kind', 'details', 'withdrawn'], (doc) =>
        doc.kind === id && !doc.withdrawn ? read(doc.details) : null,
      ),
    ]),
  )
}
