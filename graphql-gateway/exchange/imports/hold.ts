// One run's hold on an import: what it reads and writes of the import's document, as long as the import is its own.
import type { Source } from '@shuxiang/record/source'
import type { Db, MatchKeysAndValues } from 'mongodb'
import { fresh, importsIn, leftOfRun, type ImportDoc } from './state.ts'

/** The import is no longer this run's: it was cancelled, or another worker took it up. */
export class HoldLost extends Error {
  override readonly name = 'HoldLost'
  constructor(source: string) {
    super(`Import ${source} was cancelled or taken up by another worker.`)
  }
}

/** What a write changes beside the counts that it adds. */
export interface Step {
  readonly set: MatchKeysAndValues<ImportDoc>
  readonly add?: Readonly<Record<string, number>>
}

export interface Hold {
  /** The import as it was when it was taken up. */
  readonly taken: ImportDoc
  /** Errors: `HoldLost`. */
  write(step: Step): Promise<void>
  /** Whether the import is still this run's. */
  stands(): Promise<boolean>
  /**
   * Goes back to the source's beginning; what is stored already is not written again. `why` is told to whoever asks.
   * Errors: `HoldLost`.
   */
  beginAnew(why: string | null, reading: number): Promise<ImportDoc>
  /** Steps back, so that any worker may go on with it. */
  release(): Promise<void>
  fail(message: string, at: Date): Promise<void>
  /** Done, or queued again when the whole source was asked for meanwhile. `token` is the source's last one. */
  finish(
    source: Source,
    end: { readonly done: number; readonly token: string | null },
    at: Date,
  ): Promise<void>
}

/**
 * Takes up an import that waits or was left behind; null when there is nothing to do. To be called by who holds the
 * lock of its job. `run` is a name that no run had before.
 */
export async function takeUp(db: Db, source: string, run: string): Promise<Hold | null> {
  const imports = importsIn(db)
  const taken = await imports.findOneAndUpdate(
    { _id: source, state: { $in: ['queued', 'running'] } },
    // Without its owner a worker of a former version, if one still runs, loses it too.
    { $set: { state: 'running', run }, $unset: { owner: '', leaseUntil: '' } },
    { returnDocument: 'after' },
  )
  if (!taken) return null
  const own = { _id: source, run, state: 'running' } as const
  return {
    taken,

    async write({ set, add }) {
      const kept = await imports.updateOne(own, { $set: set, ...(add ? { $inc: add } : {}) })
      if (kept.matchedCount === 0) throw new HoldLost(source)
    },

    stands: async () => (await imports.findOne(own, { projection: { _id: 1 } })) !== null,

    async beginAnew(why, reading) {
      const found = await imports.findOneAndUpdate(
        own,
        {
          $set: { ...fresh, reading, ...(why === null ? {} : { begunAnew: why }) },
          $unset: { place: '', since: '', mended: '', ended: '' },
        },
        { returnDocument: 'after' },
      )
      if (!found) throw new HoldLost(source)
      return found
    },

    async release() {
      await imports.updateOne(own, { $set: { state: 'queued' }, $unset: { run: '' } })
    },

    async fail(error, at) {
      await imports.updateOne(own, { $set: { state: 'failed', error, finishedAt: at }, $unset: { run: '' } })
    },

    async finish({ reading }, { done, token }, at) {
      const { scope } = taken
      const ended = token === null ? {} : { ended: { token, scope, reading } }
      const more = await imports.updateOne(
        { ...own, next: 'all' },
        {
          $set: { state: 'queued', scope: 'all', total: 0, requestedAt: at, ...fresh, ...ended },
          $unset: leftOfRun,
        },
      )
      if (more.matchedCount === 1) return
      await imports.updateOne(own, {
        $set: { state: 'done', done, total: done, finishedAt: at, ...ended },
        $unset: { run: '' },
      })
    },
  }
}
