// What is known of the catalogue without loading its resolvers: its name, its collections, its SDL.
import { kindsOf, type Kind } from '@shuxiang/record'
import { facets } from '@shuxiang/vocabulary'
import { catalogueTypeDefs } from './schema/type-defs.ts'

export const name = 'catalogue'
export const collections = [
  'records',
  'record_texts',
  'record_files',
  'holdings',
  'record_witnesses',
  'persons',
  'collections',
  'missed_searches',
  'corrections',
] as const

/** SDL for the kinds that are installed. */
export const typeDefs = ({ kinds }: { readonly kinds: readonly Kind[] }): string =>
  catalogueTypeDefs(kindsOf(kinds, facets))
