// The catalogue's SDL: its own types, the enumerations, and the details of the kinds that it serves.
import { readFileSync } from 'node:fs'
import type { Kinds } from '@shuxiang/record'
import { vocabularyTypeDefs } from './vocabulary.ts'

const own = readFileSync(new URL('./catalogue.graphql', import.meta.url), 'utf8')

export function catalogueTypeDefs(kinds: Kinds): string {
  const details = kinds.all.flatMap(({ typeDefs }) => (typeDefs === null ? [] : [typeDefs]))
  return [own, vocabularyTypeDefs(kinds), ...details].join('\n\n')
}
