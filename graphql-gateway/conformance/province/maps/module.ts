// The subgraph of maps as a module of the product.
import type { SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { name, seriesCollection, typeDefs } from './declared.ts'

export const maps: SubgraphModule = {
  name,
  collections: [seriesCollection],
  typeDefs,
  kinds: async () => [(await import('./kind.ts')).map],
  migrations: async () => [
    {
      id: 'maps-0001-series',
      async run({ db }) {
        await db.collection(seriesCollection).createIndexes([{ key: { due: 1 }, name: 'due' }])
      },
    },
  ],
  seed: async ({ db }) => (await import('./series.ts')).seedSeries(db),
  jobs: [
    {
      name: 'maps-plan',
      every: 3_600_000,
      run: async ({ db }, signal) => (await import('./series.ts')).planSeries(db, signal),
    },
  ],
  personal: 'none',
  create: async () => (await import('./subgraph.ts')).createMaps(),
}
