// The archive subgraph as a module of the product.
import { readFileSync } from 'node:fs'
import type { SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { name } from './name.ts'

/** Read anew by each process that asks. */
const typeDefs = (): string => readFileSync(new URL('./schema/archive.graphql', import.meta.url), 'utf8')

export const archive: SubgraphModule = {
  name,
  collections: [],
  typeDefs,
  kinds: async () => (await import('./kinds.ts')).kinds,
  personal: 'none',
  create: async () => (await import('./subgraph.ts')).createArchive(typeDefs()),
}
