// What is known of the operations subgraph without loading it: its name, its collections, its SDL.
import { readFileSync } from 'node:fs'

export const name = 'operations'
export const collections = ['memberships', 'admin_proposals', 'staff_people'] as const

/** Read anew by each process that asks. */
export const typeDefs = (): string =>
  readFileSync(new URL('./schema/operations.graphql', import.meta.url), 'utf8')
