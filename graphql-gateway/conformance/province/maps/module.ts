// The subgraph of maps as a module of the product.
import { readFileSync } from 'node:fs'
import type { SubgraphModule } from '@shuxiang/subgraph-kit/module'
import type { Resolvers } from './schema/types.generated.ts'

const name = 'maps'
const typeDefs = (): string => readFileSync(new URL('./schema/maps.graphql', import.meta.url), 'utf8')

export const maps: SubgraphModule = {
  name,
  collections: ['map_sheets'],
  typeDefs,
  kinds: async () => [(await import('./kind.ts')).map],
  migrations: async () => [
    {
      id: 'maps-0001-sheets',
      async run({ db }) {
        await db.collection('map_sheets').createIndexes([{ key: { sheet: 1 }, name: 'sheet' }])
      },
    },
  ],
  async create() {
    const [{ defineSubgraph, detailsField }, { map }] = await Promise.all([
      import('@shuxiang/subgraph-kit'),
      import('./kind.ts'),
    ])
    return defineSubgraph<Resolvers>({
      name,
      typeDefs: typeDefs(),
      collections: ['map_sheets'],
      resolvers: { Record: { map: detailsField(map) } },
    })
  },
}
