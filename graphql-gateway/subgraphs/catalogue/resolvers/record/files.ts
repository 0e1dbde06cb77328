// Record.files
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { FileDoc, RecordDoc } from '../../model/record.ts'
import { filesOf } from '../../store/read.ts'

export const files = fieldOf<RecordDoc>()(
  ['_id', 'withdrawn'],
  (doc, _: Record<string, never>, context): Promise<FileDoc[]> | FileDoc[] =>
    doc.withdrawn ? [] : filesOf(context, doc._id),
)
