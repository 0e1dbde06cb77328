// Person.biography
import { personById } from '../loaders.ts'
import type { PersonResolvers } from '../../schema/types.generated.ts'

export const biography: PersonResolvers['biography'] = async (node, _, context) =>
  node.biography === undefined ? ((await personById(context, node._id))?.biography ?? null) : node.biography
