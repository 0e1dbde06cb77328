// What is known of the catalogue without loading it: its name, its collections, its SDL.
import { readFileSync } from 'node:fs'

export const name = 'catalogue'
export const collections = ['records', 'record_parts', 'persons', 'collections'] as const

/** Read anew by each process that asks. */
export const typeDefs = (): string =>
  readFileSync(new URL('./schema/catalogue.graphql', import.meta.url), 'utf8')
