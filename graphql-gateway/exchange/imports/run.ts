// Running an import: changes in the source's order, batch by batch, each batch followed by the place to resume from.
import type { Kinds } from '@shuxiang/record'
import { tokenLength, TokenUnknown, type Change, type Source } from '@shuxiang/record/source'
import { countCollections, upsertCollections } from '@shuxiang/subgraph-catalogue/content'
import { MongoError, MongoNetworkError, MongoServerSelectionError, type Db } from 'mongodb'
import { createBatch } from './batch.ts'
import { HoldLost, takeUp, type Hold } from './hold.ts'
import type { ImportDoc, Place } from './state.ts'

/** Changes written before the place is kept. */
const batchSize = 500
/** The first records come in smaller batches, so that readers find something at once. */
const firstBatchSize = 50
/** A source without a checkpoint for so many changes is written all the same; the place waits for its checkpoint. */
const patientSize = 2 * batchSize
/** Batches between two counts of the collections, so that readers see them grow. */
const countEvery = 10
/** Milliseconds between two looks whether the import is still its own, for a source that is long silent. */
const lookEvery = 4_000

/** What a run needs; whoever holds the lock of the import's job gives it. */
export interface ImportParts {
  readonly db: Db
  /** The kinds that are installed: records of others are refused. */
  readonly kinds: Kinds
  readonly now: () => Date
  /** Gives a name that no run had before. */
  readonly newRun: () => string
  /** Aborting it steps back from the import; another run goes on where this one stopped. */
  readonly signal: AbortSignal
  readonly log: {
    info(fields: object, message?: string): void
    warn(fields: object, message?: string): void
  }
}

/** How a run ended. `idle`: there was nothing to do; `lost`: cancelled by somebody, or taken up by another worker. */
export type ImportEnd = 'idle' | 'done' | 'released' | 'lost'

/**
 * Takes up the import of a source, if it waits or was left behind, and runs it to its end. Safe to repeat from any
 * place: what is stored already is not written again. A store that is away for a moment releases it. Errors: others of
 * the source and the store; the import is then marked as failed with the reason.
 */
export async function runImport(parts: ImportParts, source: Source): Promise<ImportEnd> {
  const { db, now, signal, log } = parts
  const hold = await takeUp(db, source.name, parts.newRun())
  if (hold === null) return 'idle'
  const from = now().getTime()
  const { scope, place } = hold.taken
  log.info({ source: source.name, scope, from: place?.done ?? 0 }, 'import begins')
  const end = await whileHeld(parts, source, hold)
  // A store that is away now is asked again by whoever takes it up next.
  if (end === 'released') await hold.release().catch(() => undefined)
  log.info({ source: source.name, end, ms: now().getTime() - from, stopped: signal.aborted }, 'import ends')
  return end
}

async function whileHeld(
  parts: ImportParts,
  source: Source,
  hold: Hold,
): Promise<Exclude<ImportEnd, 'idle'>> {
  const { db, now, signal, log } = parts
  const lost = new AbortController()
  const either = AbortSignal.any([signal, lost.signal])
  const looking = setInterval(() => {
    void hold
      .stands()
      .then((stands) => (stands ? undefined : lost.abort(new HoldLost(source.name))))
      // The store may be away for a moment; the next write tells.
      .catch(() => undefined)
  }, lookEvery)
  try {
    await upsertCollections(db, source.collections, now())
    const end = await fromItsPlace({ ...parts, signal: either }, source, hold)
    await countCollections(db)
    await hold.finish(source, end, now())
    return 'done'
  } catch (error) {
    if (error instanceof HoldLost || lost.signal.aborted) return 'lost'
    if (signal.aborted || isPassing(error)) return 'released'
    const message = error instanceof Error ? error.message.slice(0, 500) : 'unknown'
    log.warn({ source: source.name, error: message }, 'import failed')
    await hold.fail(message, now())
    throw error
  } finally {
    clearInterval(looking)
  }
}

/** The store went away for a moment, as when it is started again: no reason to give an import up. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    (error instanceof MongoError && error.hasErrorLabel('RetryableWriteError'))
  )
}

interface End {
  readonly done: number
  readonly token: string | null
}

/** A token that the source does not know any more costs the way to it, and nothing that is stored. */
async function fromItsPlace(parts: ImportParts, source: Source, hold: Hold): Promise<End> {
  try {
    return await writeAll(parts, source, hold, await begun(parts.signal, source, hold, hold.taken))
  } catch (error) {
    if (!(error instanceof TokenUnknown)) throw error
    parts.log.warn({ source: source.name, reason: error.message }, 'import begins anew')
    const anew = await hold.beginAnew(error.message.slice(0, 500), source.reading)
    return writeAll(parts, source, hold, await begun(parts.signal, source, hold, anew))
  }
}

/** Where a run is to go on. */
interface Way {
  readonly scope: ImportDoc['scope']
  readonly since: string | null
  readonly place: Place | null
  readonly total: number
}

/** A place in another reading of the source, or one that a former version kept as a number, is no place in this one. */
async function begun(
  signal: AbortSignal,
  source: Source,
  hold: Hold,
  { scope, place, since, ended, reading = 1, done, total }: ImportDoc,
): Promise<Way> {
  const kept = reading === source.reading && (place !== undefined || done === 0)
  if (!kept) {
    return begun(signal, source, hold, await hold.beginAnew(null, source.reading))
  }
  if (place) return { scope, place, since: since ?? null, total }
  const whole = ended?.reading === source.reading && (ended.scope === 'all' || scope === 'first')
  const from = whole && ended ? ended.token : null
  const counted = await source.count({ scope, since: from, signal })
  await hold.write({ set: { total: counted, ...(from === null ? {} : { since: from }) } })
  return { scope, place: null, since: from, total: counted }
}

async function writeAll(parts: ImportParts, source: Source, hold: Hold, way: Way): Promise<End> {
  const { db, kinds, now, signal, log } = parts
  const { scope, since, place } = way
  const persons = new Set<string>()
  let batch = createBatch(kinds, persons)
  let done = place?.done ?? 0
  let told: Place | null = place
  let batches = 0
  const flush = async (): Promise<void> => {
    if (batch.size === 0 && told === null) return
    const { refused, mended, ...counts } = await batch.write(db, now())
    for (const reason of refused.slice(0, 5)) log.warn({ source: source.name, reason }, 'record refused')
    const mendings = [...mended].map(([kind, times]) => [`mended.${kind}`, times] as const)
    await hold.write({
      set: { done, total: Math.max(way.total, done), ...(told ? { place: told } : {}) },
      add: { ...counts, refused: refused.length, ...Object.fromEntries(mendings) },
    })
    if (batch.size > 0 && batches++ % countEvery === 0) await countCollections(db)
    batch = createBatch(kinds, persons)
  }
  const full = (): number => (done <= batchSize ? firstBatchSize : batchSize)
  const take = async (change: Change): Promise<void> => {
    if (change.type === 'checkpoint') {
      if (change.token.length > tokenLength)
        throw new Error(`Source ${source.name} gave a token of more than ${tokenLength} characters.`)
      told = { token: change.token, done }
      if (batch.size >= full()) await flush()
      return
    }
    if (batch.contradicts(change) || batch.size >= patientSize) await flush()
    if (change.type === 'put') batch.add(change)
    else batch.remove(change)
    done++
  }
  for await (const change of source.changes({ scope, since, resume: place?.token ?? null, signal })) {
    signal.throwIfAborted()
    await take(change)
  }
  // A source that only stops when it is told to has not told everything.
  signal.throwIfAborted()
  await flush()
  return { done, token: told?.token ?? since }
}
