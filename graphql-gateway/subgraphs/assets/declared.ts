// What is known of the assets subgraph without loading it: its name, its collections, its SDL.
import { readFileSync } from 'node:fs'

export const name = 'assets'
export const collections = ['assets', 'asset_parts', 'asset_files', 'asset_pieces'] as const

/** Read anew by each process that asks. */
export const typeDefs = (): string =>
  readFileSync(new URL('./schema/assets.graphql', import.meta.url), 'utf8')
