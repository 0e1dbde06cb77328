// Query.site
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { liveSite } from '../../store/read.ts'
import { isLibraryId } from '../ids.ts'

export const site: QueryResolvers['site'] = (_, { code }, { db, signal }) =>
  isLibraryId(code) ? liveSite(db, code, { signal }) : null
