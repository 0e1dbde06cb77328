// What is known of the sites subgraph without loading it: its name, its collections, its SDL.
import { readFileSync } from 'node:fs'

export const name = 'sites'
export const collections = ['regions', 'libraries', 'pages', 'sites', 'site_pages'] as const

/** Read anew by each process that asks. */
export const typeDefs = (): string => readFileSync(new URL('./schema/sites.graphql', import.meta.url), 'utf8')
