// Agent.person
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import type { PersonNode } from '../person/node.ts'

export const person: Resolver<RecordDoc['agents'][number], Record<string, never>, PersonNode | null> = ({
  agentId,
  name,
  type,
}) => (agentId !== null && type === 'person' ? { _id: agentId, name } : null)
