// Person.period
import { personById } from '../loaders.ts'
import type { PersonResolvers } from '../../schema/types.generated.ts'

export const period: PersonResolvers['period'] = async (node, _, context) =>
  node.period === undefined ? ((await personById(context, node._id))?.period ?? null) : node.period
