// Brings a store of an earlier version up to date before anybody reads it.
import { isBehind, prepareStore, type PrepareParts, type SubgraphModule } from '@shuxiang/subgraph-kit/module'

interface Parts extends Omit<PrepareParts, 'now'> {
  /** Called when there is something to do. */
  readonly begins: () => void
}

/**
 * Runs the migrations of the modules, and nothing for a store that nobody prepared: a new one is filled by the job
 * worker. That may be at the same migrations; each goes on where the other is.
 */
export async function bringUpToDate(
  { begins, ...parts }: Parts,
  modules: readonly Pick<SubgraphModule<never>, 'name' | 'migrations'>[],
): Promise<void> {
  // A store that does not answer now is told of by those who ask for it.
  if (!(await isBehind(parts.db, modules).catch(() => false))) return
  begins()
  parts.log?.info({}, 'the store is brought up to date')
  const migrating = modules.map(({ name, migrations }) => ({ name, ...(migrations ? { migrations } : {}) }))
  await prepareStore({ ...parts, now: () => new Date() }, migrating)
}
