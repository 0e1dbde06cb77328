// Record.part
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { PartDoc, RecordDoc } from '../../model/record.ts'
import { partOf } from '../../store/read.ts'

export const part: Resolver<RecordDoc, { n: number }, PartDoc | null> = (doc, { n }, { db, signal }) =>
  doc.withdrawn || n < 1 ? null : partOf(db, doc._id, n, { signal })
