// The sites subgraph as a module of the product.
import type { SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { collections, name, typeDefs } from './declared.ts'
import { domainsJob } from './domains/job.ts'
import type { DomainParts } from './domains/parts.ts'
import type { SitesParts } from './subgraph.ts'
import type { FirstPage } from './store/first-page.ts'
import type { NewSite } from './store/new-site.ts'

export type { FirstPage }

/** What a new installation shows. */
export interface FirstPages {
  /** By path. */
  readonly pages: () => Promise<ReadonlyMap<string, FirstPage>>
  /** Branch sites of the libraries of those codes. */
  readonly sites: () => Promise<readonly NewSite[]>
  /** What hosts of libraries are held against, asked by each process that needs it. */
  readonly domains?: () => Promise<DomainParts>
}

/** Pages and sites come from the list that installs it: this package knows no block and no template. */
export function sites({ pages, sites: firstSites, domains }: FirstPages): SubgraphModule<SitesParts> {
  return {
    name,
    collections,
    typeDefs,
    migrations: async () => (await import('./store/migrations.ts')).migrations,
    async seed({ db, now }) {
      const [{ seedPage, seedSites }, { openSite }] = await Promise.all([
        import('./store/seed.ts'),
        import('./store/open-site.ts'),
      ])
      await seedSites(db, now)
      for (const [path, page] of await pages()) await seedPage(db, path, page, now())
      for (const site of await firstSites()) await openSite(db, site, now())
    },
    jobs: [
      domainsJob(async () => (await domains?.())?.txtOf ?? (await import('./domains/proof.ts')).txtByDns()),
    ],
    personal: async () => (await import('./personal.ts')).personal,
    create: async (parts) => (await import('./subgraph.ts')).createSites(parts, await domains?.()),
  }
}
