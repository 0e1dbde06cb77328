// Query.page
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { PageDoc } from '../../store/documents.ts'
import { pageAt } from '../../store/read.ts'

const longestPath = 500

export const page: Resolver<unknown, { path: string }, PageDoc | null> = (_, { path }, { db, signal }) =>
  path.startsWith('/') && path.length <= longestPath ? pageAt(db, path, { signal }) : null
