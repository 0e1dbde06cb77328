// Record.chapter
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc, TextDoc } from '../../model/record.ts'
import { chapterOf } from '../../store/read.ts'

interface Arguments {
  readonly n: number
}

export const chapter = fieldOf<RecordDoc>()(
  ['_id', 'withdrawn'],
  (doc, { n }: Arguments, context): Promise<TextDoc | null> | null =>
    doc.withdrawn || n < 1 ? null : chapterOf(context, doc._id, n),
)
