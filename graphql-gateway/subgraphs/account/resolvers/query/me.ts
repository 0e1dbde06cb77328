// Query.me
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { readerOf } from '../own.ts'

export const me: QueryResolvers['me'] = async (_, _args, context) =>
  context.principal.kind === 'anonymous' ? null : { owner: await readerOf(context) }
