// Parent of the fields of `Person`: the stored document, or only what a record knows of its creator.
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { PersonDoc } from '../../model/authority.ts'
import { personById } from '../loaders.ts'

export type PersonNode = Pick<PersonDoc, '_id' | 'name'> & Partial<PersonDoc>

/** What the store has of a person; what the record knows where it has nothing. Each is read once a request. */
export async function storedPerson(node: PersonNode, context: SubgraphContext): Promise<PersonNode> {
  return node.hash === undefined ? ((await personById(context, node._id)) ?? node) : node
}
