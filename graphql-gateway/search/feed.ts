/** Carries changed records from the store into the index. The store's dirty marks are the only queue. */

import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { SearchUnavailable, type SearchDoc, type SearchEngine } from './contract.ts'

/** A record that changed since it was last indexed; `doc` is null when it was removed. */
export interface DirtyRecord {
  readonly id: string
  readonly rev: number
  readonly doc: SearchDoc | null
}

export interface FeedSource {
  /** Up to `limit` dirty records, the longest waiting first; none when everything is indexed. */
  dirty(limit: number): Promise<readonly DirtyRecord[]>
  /** Takes the dirty mark off each record that still has this revision; a newer one stays dirty. */
  clean(refs: readonly { readonly id: string; readonly rev: number }[]): Promise<void>
  /**
   * Up to `limit` records in the order of their ids, those after `after`, for an index that lost its content. Without
   * it such an index stays empty.
   */
  page?(after: string, limit: number): Promise<readonly DirtyRecord[]>
  /** How many records there are, about. */
  count?(): Promise<number>
  /** The mark kept by `setMark`, null when there was none. With it an index of another store is noticed. */
  mark?(): Promise<string | null>
  setMark?(mark: string): Promise<void>
}

/** The part of a pino logger that is used. */
export interface FeedLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export interface FeedOptions {
  readonly engine: SearchEngine
  readonly source: FeedSource
  /** Ends the feed; what was being indexed is finished first. */
  readonly signal: AbortSignal
  readonly log?: FeedLog
  /** Milliseconds between looks at an idle store. */
  readonly interval: number
  /** Records a page, 200 when not given. */
  readonly pageSize?: number
  /** A mark never given before. */
  readonly newMark?: () => string
}

export interface Feed {
  /** Looks now instead of at the next interval; call it after a write. */
  wake(): void
  /** Resolves when the feed has ended after its signal. */
  readonly done: Promise<void>
}

const LONGEST_WAIT = 60_000

/**
 * Starts the feed. A record is marked clean only after the engine has it, and only at the revision that was
 * indexed, so a crash or a change in between means it is indexed again, never that it is missed.
 */
export function createFeed(options: FeedOptions): Feed {
  const alarm = createAlarm()
  return { wake: alarm.ring, done: run(options, alarm) }
}

async function run(options: FeedOptions, alarm: Alarm): Promise<void> {
  const { signal, interval, log } = options
  let failures = 0
  let idle = true
  while (!signal.aborted) {
    try {
      if (idle) await beginAnewIfForeign(options)
      // What changes comes before what is filled: readers look for what is new.
      const changed = await carryChanges(options)
      const filled = await fillOn(options)
      failures = 0
      idle = !changed && !filled
      if (idle) await alarm.sleep(interval, signal)
    } catch (error) {
      if (signal.aborted) break
      failures++
      // The index may have been begun anew: that is looked at first.
      idle = true
      const pause = Math.min(LONGEST_WAIT, Math.max(interval, 100) * 2 ** Math.min(failures, 16))
      log?.warn({ err: error, failures, pause }, 'Index feed: could not carry records over; will try again')
      await wait(pause, undefined, { signal }).catch(() => undefined)
    }
  }
}

/** Carries one page of dirty records over; false when there was nothing to be marked clean. */
async function carryChanges(options: FeedOptions): Promise<boolean> {
  const { source } = options
  const clean = await indexPage(options, await source.dirty(options.pageSize ?? 200))
  if (clean.length === 0) return false
  await pair(options)
  await source.clean(clean)
  return true
}

/**
 * Carries one page of all records over to an index that lost its content; false when nothing is missing. What changes
 * meanwhile is dirty and comes by itself; a record that comes twice is the same twice.
 */
async function fillOn(options: FeedOptions): Promise<boolean> {
  const { engine, source, log } = options
  if (!source.page || !engine.filledTo) return false
  const position = (await engine.fillPosition?.()) ?? null
  if (position === null) return false
  if (position.after === '') {
    log?.info({}, 'Index feed: the index is empty; every record is indexed again')
    await pair(options)
  }
  const page = await source.page(position.after, options.pageSize ?? 200)
  const last = page.at(-1)
  await indexPage(options, page)
  const total = position.total || ((await source.count?.()) ?? 0)
  await engine.filledTo(last ? { after: last.id, total } : null)
  return last !== undefined
}

/** Asked when there is nothing else to do. An index that is being filled is only marked when that is done. */
async function beginAnewIfForeign(options: FeedOptions): Promise<void> {
  const { engine, source, log } = options
  if (!source.page || (await engine.fillPosition?.()) || (await belongTogether(options))) return
  log?.warn({}, 'Index feed: the index was not filled from this store, or lost its last writes')
  await engine.clear()
}

/** The store's mark must be one of the two last that the index kept; see `Pairing`. */
async function belongTogether({ engine, source }: FeedOptions): Promise<boolean> {
  if (!source.mark || !engine.pairing) return true
  const [kept, mark] = [await engine.pairing(), await source.mark()]
  return mark === kept.mark || mark === kept.before
}

/** The index keeps the new mark first: a crash before the store has it leaves the store's as the one before. */
async function pair({ engine, source, newMark }: FeedOptions): Promise<void> {
  if (!source.mark || !source.setMark || !engine.pair) return
  const mark = newMark?.() ?? randomUUID()
  await engine.pair({ mark, before: await source.mark() })
  await source.setMark(mark)
}

/** Indexes a page and tells what the engine has taken. */
async function indexPage(
  options: FeedOptions,
  page: readonly DirtyRecord[],
): Promise<readonly DirtyRecord[]> {
  if (page.length === 0) return []
  try {
    await carry(options.engine, page)
    return page
  } catch (error) {
    if (error instanceof SearchUnavailable || page.length === 1) throw error
    options.log?.warn(
      { err: error, records: page.length },
      'Index feed: a page was refused; trying one by one',
    )
    return indexOneByOne(options, page)
  }
}

/** One record the engine cannot take must not hold back the others; it stays dirty and is named in the log. */
async function indexOneByOne(
  options: FeedOptions,
  page: readonly DirtyRecord[],
): Promise<readonly DirtyRecord[]> {
  const taken: DirtyRecord[] = []
  for (const record of page) {
    try {
      await carry(options.engine, [record])
      taken.push(record)
    } catch (error) {
      if (error instanceof SearchUnavailable) throw error
      options.log?.warn(
        { err: error, id: record.id, rev: record.rev },
        'Index feed: the engine refused a record',
      )
    }
  }
  return taken
}

async function carry(engine: SearchEngine, page: readonly DirtyRecord[]): Promise<void> {
  const docs = page.flatMap(({ rev, doc }) => (doc ? [{ ...doc, rev }] : []))
  const gone = page.flatMap(({ id, rev, doc }) => (doc ? [] : [{ id, rev }]))
  if (docs.length > 0) await engine.index(docs)
  if (gone.length > 0) await engine.remove(gone)
}

interface Alarm {
  ring(): void
  /** Sleeps until the time is over, the alarm rings, or the signal ends it. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** A ring while nobody sleeps is kept: a write during indexing must not wait a whole interval. */
function createAlarm(): Alarm {
  let rung = false
  let waker: AbortController | null = null
  return {
    ring() {
      rung = true
      waker?.abort()
    },
    async sleep(milliseconds, signal) {
      if (!rung) {
        waker = new AbortController()
        await wait(milliseconds, undefined, { signal: AbortSignal.any([waker.signal, signal]) }).catch(
          () => undefined,
        )
        waker = null
      }
      rung = false
    },
  }
}
