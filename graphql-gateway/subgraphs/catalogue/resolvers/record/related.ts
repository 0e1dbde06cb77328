// Record.related
import { badInput, fieldOf, projection } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { worksOf } from '../../store/read.ts'
import { visible } from '../visible.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

const most = 20

export const related = fieldOf<RecordDoc, RecordResolvers['related']>()(
  ['_id', 'leadAgentId', 'withdrawn'],
  async (doc, args, context, info) => {
    const first = args.first ?? 6
    if (first < 0 || first > most) throw badInput(`first: give a number from 0 to ${most}.`)
    if (!doc.leadAgentId || doc.withdrawn || first === 0) return []
    // Some more than asked for: the record itself and withdrawn ones are left out.
    const found = await worksOf(context, doc.leadAgentId, first + 5, projection(info))
    return found
      .filter(({ _id, withdrawn }) => _id !== doc._id && !withdrawn)
      .slice(0, first)
      .map(visible)
  },
)
