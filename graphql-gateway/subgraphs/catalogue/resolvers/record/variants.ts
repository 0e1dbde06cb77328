// Record.variants
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'
import { textsOfWork, witnessNeeds } from '../witness/node.ts'
import { variantsAmong } from '../witness/variants.ts'

export const variants = fieldOf<RecordDoc, RecordResolvers['variants']>()(
  witnessNeeds,
  async (doc, { witness }, context) => {
    const all = await textsOfWork(doc, context)
    const base = all.find(({ id }) => id === witness) ?? all[0]
    return base ? variantsAmong(base, all) : []
  },
)
