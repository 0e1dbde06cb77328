// Record.collection
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import type { CollectionNode } from '../collection/node.ts'

/** Id and name are kept in the record: a page that shows no more costs no trip. */
export const collection = fieldOf<RecordDoc>()(['collection'], (doc): CollectionNode | null =>
  doc.collection ? { _id: doc.collection.id, name: doc.collection.label } : null,
)
