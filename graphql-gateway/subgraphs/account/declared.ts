// What is known of the account subgraph without loading it: its name, its collections, its SDL.
import { readFileSync } from 'node:fs'

export const name = 'account'
export const collections = [
  'account_lists',
  'account_merges',
  'account_histories',
  'account_searches',
  'account_devices',
  'account_deletions',
  'account_children',
] as const

/** Read anew by each process that asks. */
export const typeDefs = (): string =>
  ['account', 'searches', 'reader', 'deletion', 'guardian']
    .map((part) => readFileSync(new URL(`./schema/${part}.graphql`, import.meta.url), 'utf8'))
    .join('\n')
