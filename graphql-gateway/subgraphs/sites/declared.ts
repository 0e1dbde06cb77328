// What is known of the sites subgraph without loading it: its name, its collections, its SDL.
import { readFileSync } from 'node:fs'

export const name = 'sites'
export const collections = [
  'regions',
  'libraries',
  'pages',
  'sites',
  'site_pages',
  'site_documents',
  'site_publications',
  'site_releases',
  'site_artifacts',
  'site_refreshes',
  'site_domains',
  'site_revisions',
  'site_ops',
  'site_bin',
  'site_health',
  'site_links',
  'site_imports',
  'site_import_pages',
  'site_given',
  'site_overrides',
  'site_codes',
  'site_desks',
  'site_talks',
  'site_approvals',
  'site_reviews',
  'site_changers',
] as const

const files = [
  'sites',
  'domains',
  'releases',
  'editing',
  'new-site',
  'health',
  'templates',
  'overrides',
  'code',
  'parts',
  'drafts',
  'together',
  'translations',
  'review',
]

/** Read anew by each process that asks. */
export const typeDefs = (): string =>
  files.map((file) => readFileSync(new URL(`./schema/${file}.graphql`, import.meta.url), 'utf8')).join('\n')
