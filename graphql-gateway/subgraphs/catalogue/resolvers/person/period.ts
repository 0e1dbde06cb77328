// Person.period
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { PersonDoc } from '../../model/authority.ts'
import { personById } from '../loaders.ts'
import type { PersonNode } from './node.ts'

export const period: Resolver<PersonNode, Record<string, never>, PersonDoc['period']> = async (
  node,
  _,
  context,
) => (node.period === undefined ? ((await personById(context, node._id))?.period ?? null) : node.period)
