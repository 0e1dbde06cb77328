// The account subgraph as a module of the product.
import type { SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { collections, name, typeDefs } from './declared.ts'
import type { AccountPorts } from './ports.ts'

export const account: SubgraphModule<AccountPorts> = {
  name,
  collections,
  typeDefs,
  migrations: async () => (await import('./store/migrations.ts')).migrations,
  personal: async () => (await import('./deletion/personal.ts')).personal,
  create: async (ports) => (await import('./subgraph.ts')).createAccount(ports),
}
