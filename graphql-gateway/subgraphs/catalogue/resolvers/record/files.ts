// Record.files
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { filesOf } from '../../store/read.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

export const files = fieldOf<RecordDoc, RecordResolvers['files']>()(
  ['_id', 'withdrawn'],
  (doc, _, context) => (doc.withdrawn ? [] : filesOf(context, doc._id)),
)
