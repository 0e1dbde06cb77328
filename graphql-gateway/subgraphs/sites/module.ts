// The sites subgraph as a module of the product.
import type { SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { collections, name, typeDefs } from './declared.ts'

/** What a new installation shows. */
export interface FirstPages {
  /** Builder documents as JSON, by path. */
  readonly pages: () => Promise<ReadonlyMap<string, string>>
}

/** The pages come from the list that installs it: this package knows no block. */
export function sites({ pages }: FirstPages): SubgraphModule {
  return {
    name,
    collections,
    typeDefs,
    migrations: async () => (await import('./store/migrations.ts')).migrations,
    async seed({ db, now }) {
      const { seedPage, seedSites } = await import('./store/seed.ts')
      await seedSites(db, now)
      for (const [path, document] of await pages()) await seedPage(db, path, document, now())
    },
    create: async () => (await import('./subgraph.ts')).createSites(),
  }
}
