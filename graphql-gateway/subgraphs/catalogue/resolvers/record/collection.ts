// Record.collection
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import type { CollectionNode } from '../collection/node.ts'

/** Id and name are kept in the record: a page that shows no more costs no trip. */
export const collection: Resolver<RecordDoc, Record<string, never>, CollectionNode | null> = (doc) =>
  doc.collection ? { _id: doc.collection.id, name: doc.collection.label } : null
