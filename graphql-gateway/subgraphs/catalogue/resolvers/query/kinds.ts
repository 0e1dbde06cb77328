// Query.kinds and ResourceKind
import type { Kind, Kinds } from '@shuxiang/record'
import type { Resolver } from '@shuxiang/subgraph-kit'
import { interfaceLanguage, type InLanguage } from '../interface-language.ts'

export const kinds = (installed: Kinds): Resolver<unknown, Record<string, never>, readonly Kind[]> => {
  return () => installed.all
}

type Field<Args = Record<string, never>> = Resolver<Kind, Args, string>

export const resourceKind: {
  id: Field
  name: Field<InLanguage>
  plural: Field<InLanguage>
  cover: Field
} = {
  id: ({ entry }) => entry.id,
  name: ({ entry }, args) => entry.words[interfaceLanguage(args)],
  plural: ({ entry }, args) => entry.plural[interfaceLanguage(args)],
  cover: ({ entry }) => entry.cover,
}
