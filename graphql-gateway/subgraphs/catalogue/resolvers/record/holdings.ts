// Record.holdings
import { badInput, fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { holdingsOf } from '../../store/read.ts'
import { firstUpTo } from '../first-up-to.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

/** Holdings of one page. */
export const mostHoldings = 100

export const holdings = fieldOf<RecordDoc, RecordResolvers['holdings']>()(
  ['_id', 'holdingCount', 'withdrawn'],
  async (doc, args, context) => {
    const first = firstUpTo(args.first ?? 10, mostHoldings)
    const offset = args.offset ?? 0
    if (offset < 0) throw badInput('offset: give a number from 0 up.')
    if (doc.withdrawn || first === 0 || offset >= doc.holdingCount) return []
    const found = await holdingsOf(context, doc._id, { offset, limit: first })
    return found.map(({ libraryId, ...holding }) => ({ ...holding, library: { id: libraryId } }))
  },
)
