// The government subgraph as a module of the product.
import { readFileSync } from 'node:fs'
import type { SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { name } from './name.ts'

/** Read anew by each process that asks. */
const typeDefs = (): string => readFileSync(new URL('./schema/government.graphql', import.meta.url), 'utf8')

export const government: SubgraphModule = {
  name,
  collections: [],
  typeDefs,
  kinds: async () => (await import('./kinds.ts')).kinds,
  personal: 'none',
  create: async () => (await import('./subgraph.ts')).createGovernment(typeDefs()),
}
