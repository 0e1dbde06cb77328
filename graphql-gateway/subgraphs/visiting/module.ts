// The visiting subgraph as a module of the product.
import type { SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { collections, name, typeDefs } from './declared.ts'
import type { VisitingPorts } from './ports.ts'
import type { SaidByLibrary } from './store/seed.ts'

/** What libraries of a new installation say comes from the list that installs it. */
export function visiting({
  libraries,
}: {
  readonly libraries: (now: Date) => Promise<readonly SaidByLibrary[]>
}): SubgraphModule<VisitingPorts> {
  return {
    name,
    collections,
    typeDefs,
    migrations: async () => (await import('./store/migrations.ts')).migrations,
    async seed({ db, now }) {
      const { seedVisiting } = await import('./store/seed.ts')
      for (const said of await libraries(now())) await seedVisiting(db, said, now())
    },
    jobs: [
      {
        name: 'feedback-erase',
        every: 6 * 60 * 60 * 1000,
        run: async ({ db, now }) => (await import('./feedback/store.ts')).eraseOld(db, now()),
      },
    ],
    // Who changed something is in the audit log only, and what readers write is of no account: it is erased by its age.
    personal: 'none',
    create: async (ports) => (await import('./subgraph.ts')).createVisiting(ports),
  }
}
