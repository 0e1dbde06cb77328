// What is known of the visiting subgraph without loading it: its name, its collections, its SDL.
import { readFileSync } from 'node:fs'

export const name = 'visiting'
/** What libraries say: each changes whole, one person after another. */
export const said = [
  'library_hours',
  'library_contacts',
  'library_lending_rules',
  'library_notices',
  'library_events',
] as const
export const collections = [...said, 'library_feedback'] as const

/** Read anew by each process that asks. */
export const typeDefs = (): string =>
  ['visiting', 'feedback']
    .map((file) => readFileSync(new URL(`./schema/${file}.graphql`, import.meta.url), 'utf8'))
    .join('\n')
