// Record.related
import { fieldOf, projection } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { bestWorks } from '../best-works.ts'
import { firstUpTo } from '../first-up-to.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

export const related = fieldOf<RecordDoc, RecordResolvers['related']>()(
  ['_id', 'leadAgentId', 'withdrawn'],
  async (doc, args, context, info) => {
    const first = firstUpTo(args.first ?? 6, 20)
    if (!doc.leadAgentId || doc.withdrawn) return []
    return bestWorks(context, doc.leadAgentId, first, projection(info), doc._id)
  },
)
