// The account subgraph as a module of the product.
import type { SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { collections, name, typeDefs } from './declared.ts'

export const account: SubgraphModule = {
  name,
  collections,
  typeDefs,
  migrations: async () => (await import('./store/migrations.ts')).migrations,
  create: async () => (await import('./subgraph.ts')).createAccount(),
}
