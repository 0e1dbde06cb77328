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
  readonly isLibrary: (code: string) => Promise<boolean>
  /** What a library is called in English. */
  readonly englishLibrary?: (code: string, name: string) => string
  /** Whether something came through a form of the shell. */
  readonly isShells: (library: string, key: string) => boolean
}

export const catalogue: SubgraphModule<CatalogueNeeds> = {
  name,
  collections,
  typeDefs,
  kinds: async () => (await import('./kinds/index.ts')).catalogueKinds,
  migrations: async () => (await import('./store/migrations.ts')).migrations,
  jobs: [
    {
      name: 'missed searches',
      every: 6 * 60 * 60 * 1000,
      run: async ({ db, now }) => (await import('./missed/read.ts')).forgetMissed(db, now().getTime()),
    },
    {
      name: 'corrections-erase',
      every: 6 * 60 * 60 * 1000,
      run: async ({ db, now }) => (await import('./corrections/store.ts')).eraseOld(db, now()),
    },
  ],
  // Of a search that found nothing its words are kept, and never who asked; of an error that somebody reported what they
  // wrote, of no account, which is erased by its age.
  personal: 'none',
  async create({ search, origin, kinds, isLibrary, englishLibrary, isShells }) {
    const [{ createCatalogue }, engine] = await Promise.all([import('./subgraph.ts'), search()])
    return createCatalogue({
      search: engine,
      isLibrary,
      isShells,
      ...(englishLibrary === undefined ? {} : { englishLibrary }),
      kinds: kindsOf(kinds, facets),
      ...(origin === null ? {} : { origin }),
    })
  },
}
