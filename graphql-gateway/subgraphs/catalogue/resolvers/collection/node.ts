// Parent of the fields of `Collection`: the stored document, or only what a record knows of it.
import type { CollectionDoc } from '../../model/authority.ts'

export type CollectionNode = Pick<CollectionDoc, '_id' | 'name'> &
  Partial<Pick<CollectionDoc, 'description' | 'recordCount'>>
