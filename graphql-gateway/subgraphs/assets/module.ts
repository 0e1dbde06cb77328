// The assets subgraph as a module of the product.
import type { SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { collections, name, typeDefs } from './declared.ts'
import type { AssetsPorts } from './ports.ts'

export const assets: SubgraphModule<AssetsPorts> = {
  name,
  collections,
  typeDefs,
  migrations: async () => (await import('./store/migrations.ts')).migrations,
  personal: async () => (await import('./store/personal.ts')).personal,
  create: async (ports) => (await import('./subgraph.ts')).createAssets(ports),
}
