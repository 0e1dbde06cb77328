// Query.kinds and ResourceKind
import { interfaceLanguage } from '@shuxiang/subgraph-kit'
import type { Kinds } from '@shuxiang/record'
import type { QueryResolvers, ResourceKindResolvers } from '../../schema/types.generated.ts'

export const kinds = (installed: Kinds): QueryResolvers['kinds'] => {
  return () => installed.all
}

export const resourceKind: Pick<ResourceKindResolvers, 'id' | 'name' | 'plural' | 'cover'> = {
  id: ({ entry }) => entry.id,
  name: ({ entry }, args) => entry.words[interfaceLanguage(args)],
  plural: ({ entry }, args) => entry.plural[interfaceLanguage(args)],
  cover: ({ entry }) => entry.cover,
}
