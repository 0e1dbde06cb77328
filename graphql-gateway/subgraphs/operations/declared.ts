// What is known of the operations subgraph without loading it: its name, its collections, its SDL.
import { readFileSync } from 'node:fs'

export const name = 'operations'
export const collections = [
  'memberships',
  'admin_proposals',
  'staff_people',
  'invitations',
  'invitation_tries',
  'card_lists',
  'card_list_parts',
  'card_list_lines',
] as const

const files = ['operations', 'cards', 'invitations']

/** Read anew by each process that asks. */
export const typeDefs = (): string =>
  files.map((file) => readFileSync(new URL(`./schema/${file}.graphql`, import.meta.url), 'utf8')).join('\n')
