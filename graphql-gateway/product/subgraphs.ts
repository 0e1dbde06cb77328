// The subgraphs that are installed: the only list of them. Gateway, jobs, composition and commands read it.
import { account } from '@shuxiang/subgraph-account/module'
import { archive } from '@shuxiang/subgraph-archive/module'
import { assets } from '@shuxiang/subgraph-assets/module'
import { catalogue } from '@shuxiang/subgraph-catalogue/module'
import { kindsOf, type Kinds } from '@shuxiang/record'
import { checkModules, installedOf, type SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { courses } from '@shuxiang/subgraph-courses/module'
import { government } from '@shuxiang/subgraph-government/module'
import { operations } from '@shuxiang/subgraph-operations/module'
import { sites } from '@shuxiang/subgraph-sites/module'
import { visiting } from '@shuxiang/subgraph-visiting/module'
import { facets } from '@shuxiang/vocabulary'
import type { RunningParts } from './running.ts'

export const subgraphs: readonly SubgraphModule<RunningParts>[] = [
  catalogue,
  sites({
    pages: async () => (await import('./first-pages.ts')).firstPages(),
    sites: async () => (await import('./first-sites.ts')).firstSites(),
    domains: async () => (await import('./own-origins.ts')).domainParts(process.env),
  }),
  government,
  courses,
  archive,
  account,
  operations,
  visiting({
    libraries: async (now) => (await import('./first-visiting.ts')).firstVisiting(now),
  }),
  assets,
]

checkModules(subgraphs)

/** The kinds that the installed subgraphs bring, for those who write records. */
export async function installedKinds(): Promise<Kinds> {
  return kindsOf((await installedOf(subgraphs)).kinds, facets)
}
