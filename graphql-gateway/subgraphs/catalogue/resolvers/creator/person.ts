// Creator.person
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import type { PersonNode } from '../person/node.ts'

export const person: Resolver<RecordDoc['creators'][number], Record<string, never>, PersonNode | null> = ({
  personId,
  name,
}) => (personId ? { _id: personId, name } : null)
