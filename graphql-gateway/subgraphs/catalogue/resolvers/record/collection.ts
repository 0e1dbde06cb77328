// Record.collection
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

/** Id and name are kept in the record: a page that shows no more costs no trip. */
export const collection = fieldOf<RecordDoc, RecordResolvers['collection']>()(['collection'], (doc) =>
  doc.collection ? { _id: doc.collection.id, name: doc.collection.label } : null,
)
