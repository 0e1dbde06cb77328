// Person.biography
import type { Resolver } from '@shuxiang/subgraph-kit'
import { personById } from '../loaders.ts'
import type { PersonNode } from './node.ts'

export const biography: Resolver<PersonNode, Record<string, never>, string | null> = async (
  node,
  _,
  context,
) =>
  node.biography === undefined ? ((await personById(context, node._id))?.biography ?? null) : node.biography
