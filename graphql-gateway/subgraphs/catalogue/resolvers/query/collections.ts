// Query.collections
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { CollectionDoc } from '../../model/authority.ts'
import { allCollections } from '../../store/read.ts'

export const collections: Resolver<unknown, Record<string, never>, CollectionDoc[]> = (
  _,
  __,
  { db, signal },
) => allCollections(db, { signal })
