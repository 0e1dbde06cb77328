// The catalogue's SDL: its own types, the enumerations, and the details of the kinds that it serves.
import { readFileSync } from 'node:fs'
import type { Kinds } from '@shuxiang/record'
import { vocabularyTypeDefs } from './vocabulary.ts'

const own = ['catalogue', 'corrections']
  .map((file) => readFileSync(new URL(`./${file}.graphql`, import.meta.url), 'utf8'))
  .join('\n')

export function catalogueTypeDefs(kinds: Kinds): string {
  const details = kinds.all.flatMap(({ typeDefs }) => (typeDefs === null ? [] : [typeDefs]))
  return [own, vocabularyTypeDefs(kinds), ...details].join('\n\n')
}
