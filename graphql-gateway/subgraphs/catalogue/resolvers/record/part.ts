// Record.part
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { PartDoc, RecordDoc } from '../../model/record.ts'
import { partOf } from '../../store/read.ts'

interface Arguments {
  readonly n: number
}

export const part = fieldOf<RecordDoc>()(
  ['_id', 'withdrawn'],
  (doc, { n }: Arguments, { db, signal }): Promise<PartDoc | null> | null =>
    doc.withdrawn || n < 1 ? null : partOf(db, doc._id, n, { signal }),
)
