// Record.relations
import { fieldOf, projection } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { recordsByIds } from '../../store/read.ts'
import { visible } from '../visible.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

const most = 100

/** Relations to records that do not exist, were withdrawn or are not found on this site are left out. */
export const relations = fieldOf<RecordDoc, RecordResolvers['relations']>()(
  ['relations', 'withdrawn'],
  async (doc, _, context, info) => {
    if (doc.withdrawn) return []
    const first = doc.relations.slice(0, most)
    const ids = [...new Set(first.map(({ recordId }) => recordId))]
    const found = await recordsByIds(context, ids, projection(info, { at: ['record'] }))
    const byId = new Map(found.map((other) => [other._id, other]))
    return first.flatMap(({ role, recordId, ...place }) => {
      const other = byId.get(recordId)
      return other && !other.withdrawn ? [{ role, record: visible(other), ...place }] : []
    })
  },
)
