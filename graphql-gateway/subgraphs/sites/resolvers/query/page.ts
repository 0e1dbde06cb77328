// Query.page
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { pageAt } from '../../store/read.ts'

const longestPath = 500

export const page: QueryResolvers['page'] = (_, { path }, { db, signal }) =>
  path.startsWith('/') && path.length <= longestPath ? pageAt(db, path, { signal }) : null
