// What is known of the visiting subgraph without loading it: its name, its collections, its SDL.
import { readFileSync } from 'node:fs'

export const name = 'visiting'
export const collections = [
  'library_hours',
  'library_contacts',
  'library_lending_rules',
  'library_notices',
  'library_events',
] as const

/** Read anew by each process that asks. */
export const typeDefs = (): string =>
  readFileSync(new URL('./schema/visiting.graphql', import.meta.url), 'utf8')
