// The subgraphs that are installed: the only list of them. Gateway, jobs, composition and commands read it.
import { catalogue } from '@shuxiang/subgraph-catalogue/module'
import { checkModules, type SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { sites } from '@shuxiang/subgraph-sites/module'
import type { RunningParts } from './running.ts'

export const subgraphs: readonly SubgraphModule<RunningParts>[] = [
  catalogue,
  sites({ pages: async () => (await import('./first-pages.ts')).firstPages() }),
]

checkModules(subgraphs)
