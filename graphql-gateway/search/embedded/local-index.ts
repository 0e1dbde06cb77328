/** The embedded index in the thread it is called from: reads answer at once, writes queue and give way to reads. */

import { rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { ANALYSIS_VERSION } from '../analysis/version.ts'
import type { EngineStats, SearchDoc, SearchRequest, SearchResponse, Suggestion } from '../contract.ts'
import { FtsReader, type Checkpoint } from './fts-reader.ts'
import { mergeStep } from './merge.ts'
import { PartStore } from './part-store.ts'
import { clearTables, isDamage, openDatabase, setNeedsFilling, needsFilling } from './schema.ts'
import { searchState } from './searcher.ts'
import { loadState, type State } from './state.ts'
import { Writer } from './writer.ts'

/** A search that arrives during a write waits about this long, in milliseconds. */
const SLICE = 12

/** Enough to keep pace with an import; the rest is done when it pauses. */
const STEPS_A_WRITE = 10

export interface LocalIndex {
  put(docs: readonly SearchDoc[]): Promise<void>
  remove(refs: readonly { readonly id: string; readonly rev: number }[]): Promise<void>
  /** Resolves when every write before it is done. */
  settled(): Promise<void>
  clear(): Promise<void>
  close(): Promise<void>
  search(request: SearchRequest, checkpoint: Checkpoint): SearchResponse
  suggest(prefix: string, limit: number): readonly Suggestion[]
  stats(): EngineStats
  /** True from the moment content was dropped until `fillingBegun`: the store has more than the index. */
  needsFilling(): boolean
  fillingBegun(): Promise<void>
}

interface Parts {
  readonly state: State
  readonly reader: FtsReader
  readonly writer: Writer
  readonly chapters: PartStore
}

/** Opens the index; a damaged file is replaced by an empty one, which wants filling. */
export function openLocalIndex(file: string): LocalIndex {
  let db = openSafely(file)
  let parts = partsOf(db)
  let writing: Promise<unknown> = Promise.resolve()
  let queued = 0

  /** Writes follow each other in order; one that fails does not stop the next. */
  const enqueue = (write: () => Promise<void>): Promise<void> => {
    queued++
    const done = writing.then(write).finally(() => queued--)
    writing = done.catch(() => undefined)
    return done
  }

  const transaction = async (steps: Iterable<() => void>): Promise<void> => {
    db.exec('begin immediate')
    try {
      let sliceEnd = performance.now() + SLICE
      for (const step of steps) {
        step()
        if (performance.now() < sliceEnd) continue
        await nextTurn()
        sliceEnd = performance.now() + SLICE
      }
      db.exec('commit')
    } catch (error) {
      if (db.isTransaction) db.exec('rollback')
      // The columns may hold part of what was rolled back.
      parts = partsOf(db)
      throw error
    }
  }

  /** Merges a little after each write, and on while no other write waits. */
  const tidy = async (): Promise<void> => {
    for (let step = 1; mergeStep(db) && (queued <= 1 || step < STEPS_A_WRITE); step++) await nextTurn()
  }

  /** A damaged file cannot be mended, only filled again. */
  const guarded = <Answer>(work: () => Answer): Answer => {
    try {
      return work()
    } catch (error) {
      if (isDamage(error)) replaceFile()
      throw error
    }
  }

  const replaceFile = (): void => {
    db.close()
    removeFile(file)
    db = openSafely(file)
    parts = partsOf(db)
  }

  const write = (steps: Iterable<() => void>): Promise<void> => {
    const done = enqueue(() =>
      transaction(steps).catch((error: unknown) =>
        guarded(() => {
          throw error
        }),
      ),
    )
    // The caller has its answer at the commit; tidying takes its turn before the next write.
    void enqueue(tidy).catch(() => undefined)
    return done
  }

  return {
    put: (docs) => write(docs.map((doc) => () => parts.writer.put(doc))),
    remove: (refs) =>
      write(
        refs.map(
          ({ id, rev }) =>
            () =>
              parts.writer.remove(id, rev),
        ),
      ),
    settled: () => enqueue(async () => undefined),
    clear: () =>
      enqueue(async () => {
        clearTables(db)
        parts = partsOf(db)
      }),
    close: () => enqueue(async () => db.close()),
    search: (request, checkpoint) =>
      guarded(() => searchState(parts.state, parts.reader, parts.chapters, request, checkpoint)),
    suggest: (prefix, limit) => {
      const { columns, suggestions } = parts.state
      return suggestions.suggest(prefix, limit, (no) => columns.ids[no] ?? '')
    },
    stats: () => ({ kind: 'embedded', records: parts.state.columns.count, analysis: ANALYSIS_VERSION }),
    needsFilling: () => needsFilling(db),
    fillingBegun: () => enqueue(async () => setNeedsFilling(db, false)),
  }
}

function partsOf(db: DatabaseSync): Parts {
  const state = loadState(db)
  const chapters = new PartStore(db)
  return {
    state,
    reader: new FtsReader(db, state.columns),
    writer: new Writer(db, state, chapters),
    chapters,
  }
}

function openSafely(file: string): DatabaseSync {
  try {
    return openDatabase(file)
  } catch (error) {
    if (!isDamage(error)) throw error
    removeFile(file)
    return openDatabase(file)
  }
}

function removeFile(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
}
