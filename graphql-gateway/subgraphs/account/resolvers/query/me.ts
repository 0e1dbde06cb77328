// Query.me
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { ownerOf } from '../own.ts'

export const me: QueryResolvers['me'] = async (_, _args, context) =>
  context.principal.kind === 'anonymous' ? null : { owner: await ownerOf(context) }
