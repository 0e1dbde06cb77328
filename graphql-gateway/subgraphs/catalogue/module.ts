// The catalogue as a module of the product.
import { kindsOf } from '@shuxiang/record'
import type { Installed, SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { facets } from '@shuxiang/vocabulary'
import { collections, name, typeDefs } from './declared.ts'
import type { CatalogueSearch } from './search/port.ts'

/** What the catalogue takes of the composition root. */
export interface CatalogueNeeds extends Installed {
  /** Opens search, once for all who ask. */
  readonly search: () => Promise<CatalogueSearch>
  /** `https://…` of the portal; null where it is not known. */
  readonly origin: string | null
}

export const catalogue: SubgraphModule<CatalogueNeeds> = {
  name,
  collections,
  typeDefs,
  kinds: async () => (await import('./kinds/index.ts')).catalogueKinds,
  migrations: async () => (await import('./store/migrations.ts')).migrations,
  personal: 'none',
  async create({ search, origin, kinds }) {
    const [{ createCatalogue }, engine] = await Promise.all([import('./subgraph.ts'), search()])
    return createCatalogue({
      search: engine,
      kinds: kindsOf(kinds, facets),
      ...(origin === null ? {} : { origin }),
    })
  },
}
