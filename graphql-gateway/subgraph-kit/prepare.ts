// Brings a store up to date for the subgraphs that are installed: migrations, each once, then seeds.
import type { Db } from 'mongodb'
import type { Migration, SubgraphModule } from './module.ts'

/** What preparation needs. `signal` ends a long migration early; it is then taken up again by whoever prepares next. */
export interface PrepareParts {
  readonly db: Db
  readonly now: () => Date
  readonly signal?: AbortSignal
  readonly log?: { info(fields: object, message?: string): void }
}

/** A migration under way. `total` is 0 while it has not said how much there is. */
export interface MigrationProgress {
  readonly migration: string
  readonly done: number
  readonly total: number
}

interface DoneDoc {
  readonly _id: string
  readonly at: Date
}

/** Apart from what is done: a version that knows nothing of progress must not take one for the other. */
interface ProgressDoc {
  readonly _id: string
  readonly done: number
  readonly total: number
}

const doneIn = (db: Db) => db.collection<DoneDoc>('migrations')
const progressIn = (db: Db) => db.collection<ProgressDoc>('migration_progress')

/** Every step may be repeated, and by several processes at once. Errors: those of the steps; nothing after them ran. */
export async function prepareStore(
  parts: PrepareParts,
  modules: readonly Pick<SubgraphModule, 'name' | 'migrations' | 'seed'>[],
): Promise<void> {
  for (const module of modules) await migrate(parts, (await module.migrations?.()) ?? [])
  for (const { seed } of modules) await seed?.({ db: parts.db, now: parts.now })
}

/** Whether an earlier version prepared the store and there are changes since. False for a store that nobody prepared. */
export async function isBehind(
  db: Db,
  modules: readonly Pick<SubgraphModule, 'migrations'>[],
): Promise<boolean> {
  const all = await Promise.all(modules.map(async ({ migrations }) => (await migrations?.()) ?? []))
  const ids = all.flat().map(({ id }) => id)
  const done = await doneIn(db).countDocuments({ _id: { $in: ids } })
  return done > 0 && done < ids.length
}

/** Runs what the store does not remember, in order. */
async function migrate(
  { db, now, log, signal = new AbortController().signal }: PrepareParts,
  migrations: readonly Migration[],
): Promise<void> {
  const known = await doneIn(db)
    .find({ _id: { $in: migrations.map(({ id }) => id) } })
    .toArray()
  const done = new Set(known.map(({ _id }) => _id))
  for (const migration of migrations) {
    const { id } = migration
    if (done.has(id)) continue
    signal.throwIfAborted()
    const from = now().getTime()
    const progress = progressIn(db)
    const report = async (ready: number, total: number): Promise<void> => {
      await progress.updateOne({ _id: id }, { $set: { done: ready, total } }, { upsert: true })
    }
    await migration.run({ db, now, signal, report })
    // A migration that came back early because it was asked to is not done.
    signal.throwIfAborted()
    await doneIn(db).updateOne({ _id: id }, { $setOnInsert: { at: now() } }, { upsert: true })
    await progress.deleteOne({ _id: id })
    log?.info({ migration: id, ms: now().getTime() - from }, 'migration done')
  }
}

/** The migration that is under way, or was when its process ended; null when there is none. */
export async function currentMigration(db: Db): Promise<MigrationProgress | null> {
  const found = await progressIn(db).findOne({}, { sort: { _id: 1 } })
  return found && { migration: found._id, done: found.done, total: found.total }
}
