// The visiting subgraph as a module of the product.
import type { SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { collections, name, typeDefs } from './declared.ts'
import type { VisitingPorts } from './ports.ts'

export const visiting: SubgraphModule<VisitingPorts> = {
  name,
  collections,
  typeDefs,
  migrations: async () => (await import('./store/migrations.ts')).migrations,
  // Who changed something is in the audit log only.
  personal: 'none',
  create: async (ports) => (await import('./subgraph.ts')).createVisiting(ports),
}
