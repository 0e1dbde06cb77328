// Record.witnesses
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'
import { textsOfWork, witnessNeeds } from '../witness/node.ts'

export const witnesses = fieldOf<RecordDoc, RecordResolvers['witnesses']>()(witnessNeeds, (doc, _, context) =>
  textsOfWork(doc, context),
)
