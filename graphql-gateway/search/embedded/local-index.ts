/** The embedded index in the thread it is called from: reads answer at once, writes queue and give way to reads. */

import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { ANALYSIS_VERSION } from '../analysis/version.ts'
import type {
  EngineStats,
  Filling,
  FillPosition,
  Meant,
  MeantWanted,
  Pairing,
  SearchDoc,
  SearchRequest,
  SearchResponse,
  Suggestion,
  SuggestionsWanted,
} from '../contract.ts'
import { admissionOf } from './admission.ts'
import { removeColumns, saveColumns } from './columns-file.ts'
import { isDamage } from './damage.ts'
import { FtsReader, type Checkpoint } from './fts-reader.ts'
import { openIndexFile, putAside, removeIndexFile, type Report } from './index-file.ts'
import { meantIn } from './meant.ts'
import { mergeStep } from './merge.ts'
import { countChange, readFill, readPairing, readStamp, writeFill, writePairing } from './meta.ts'
import { ChapterStore } from './chapter-store.ts'
import { STORED_TABLES } from './schema.ts'
import { searchState } from './searcher.ts'
import { loadState, type State } from './state.ts'
import type { Shown } from './suggest-index.ts'
import { viewOf } from './suggest-view.ts'
import { Writer } from './writer.ts'

/** A search that arrives during a write waits about this long, in milliseconds. */
const SLICE = 12

/** Enough to keep pace with an import; the rest is done when it pauses. */
const STEPS_A_WRITE = 10

/** Milliseconds without a write after which the columns are saved: an import changes them all the time. */
const QUIET = 20_000

export interface LocalIndex {
  put(docs: readonly SearchDoc[]): Promise<void>
  remove(refs: readonly { readonly id: string; readonly rev: number }[]): Promise<void>
  /** Resolves when every write before it is done. */
  settled(): Promise<void>
  clear(): Promise<void>
  close(): Promise<void>
  search(request: SearchRequest, checkpoint: Checkpoint): SearchResponse
  suggest(prefix: string, wanted: SuggestionsWanted): readonly Suggestion[]
  meant(text: string, wanted: MeantWanted, checkpoint: Checkpoint): readonly Meant[]
  stats(): EngineStats
  /** Where filling goes on, null when nothing is missing. */
  fillPosition(): FillPosition | null
  filledTo(position: FillPosition | null): Promise<void>
  pairing(): Pairing
  pair(pairing: Pairing): Promise<void>
  /**
   * Looks whether the file is still the one that was opened, and begins anew when it is not. Saves the columns when
   * nothing was written for a while.
   */
  tend(): void
  /** Reads every page once, a table at a time, so that damage is met before a reader meets it. */
  lookOver(): Promise<void>
}

interface Loaded {
  readonly state: State
  readonly reader: FtsReader
  readonly writer: Writer
  readonly chapters: ChapterStore
  readonly shown: Shown
  fill: FillPosition | null
  /** Stamp of the columns that were saved last, or that could not be saved. */
  saved: string
}

/** Who holds the index. */
export interface Host {
  /** Is told in a sentence what happened to the file. */
  readonly report: Report
  /** Is told that not even an empty index can be made, so that this one answers no more. */
  readonly giveUp: (error: unknown) => void
}

const NOBODY: Host = { report: () => undefined, giveUp: () => undefined }

/** Opens the index; a file that cannot be used is replaced by an empty one, at any time, which wants filling. */
export function openLocalIndex(file: string, { report, giveUp }: Host = NOBODY): LocalIndex {
  const columnsFile = file.replace(/(\.db)?$/, '.columns')
  const load = (db: DatabaseSync): Loaded => loadAll(db, columnsFile)
  let open = openIndexFile(file, load, report)
  let lastWrite = 0
  let writing: Promise<unknown> = Promise.resolve()
  let queued = 0

  /** A damaged file cannot be mended, only filled again. */
  const startOver = (why: string | null): void => {
    closeQuietly(open.db)
    try {
      if (why === null) removeIndexFile(file)
      else putAside(file, why, report)
      removeColumns(columnsFile)
      open = openIndexFile(file, load, report)
    } catch (error) {
      giveUp(error)
      throw error
    }
  }

  /** Does the work; when the file turns out to be damaged, once more on the new one. */
  const guarded = <Answer>(work: () => Answer): Answer => {
    try {
      return work()
    } catch (error) {
      if (!isDamage(error)) throw error
      startOver(messageOf(error))
      return work()
    }
  }

  /** Writes follow each other in order; one that fails does not stop the next. */
  const enqueue = (write: () => Promise<void> | void): Promise<void> => {
    queued++
    const done = writing
      .then(write)
      .catch((error: unknown) => {
        if (isDamage(error)) startOver(messageOf(error))
        throw error
      })
      .finally(() => queued--)
    writing = done.catch(() => undefined)
    return done
  }

  const transaction = async (steps: Iterable<() => void>): Promise<void> => {
    const { db } = open
    db.exec('begin immediate')
    try {
      let sliceEnd = performance.now() + SLICE
      for (const step of steps) {
        step()
        if (performance.now() < sliceEnd) continue
        await nextTurn()
        if (db !== open.db) throw new Error('The index was begun anew during the write.')
        sliceEnd = performance.now() + SLICE
      }
      countChange(db)
      db.exec('commit')
      lastWrite = performance.now()
    } catch (error) {
      // The columns may hold part of what was rolled back.
      if (db === open.db && !isDamage(error)) {
        if (db.isTransaction) db.exec('rollback')
        open = { ...open, loaded: load(db) }
      }
      throw error
    }
  }

  /** Merges a little after each write, and on while no other write waits. */
  const tidy = async (): Promise<void> => {
    for (let step = 1; mergeStep(open.db) && (queued <= 1 || step < STEPS_A_WRITE); step++) await nextTurn()
  }

  const write = (steps: Iterable<() => void>): Promise<void> => {
    const done = enqueue(() => transaction(steps))
    // The caller has its answer at the commit; tidying takes its turn before the next write.
    void enqueue(tidy).catch(() => undefined)
    return done
  }

  /** A full disk must not keep the index from serving or closing: the next start then takes longer. */
  const save = async (): Promise<void> => {
    const stamp = readStamp(open.db)
    if (stamp === open.loaded.saved) return
    open.loaded.saved = stamp
    await saveColumns(columnsFile, stamp, (sections) => open.loaded.state.exchange(sections)).catch(
      (error: unknown) => report(`The columns of the search index could not be saved: ${messageOf(error)}`),
    )
  }

  const filling = (): Filling | null => {
    const { fill, state } = open.loaded
    if (fill === null) return null
    return { done: Math.min(state.columns.count, fill.total), total: fill.total }
  }

  return {
    put: (docs) => write(docs.map((doc) => () => open.loaded.writer.put(doc))),
    remove: (refs) =>
      write(
        refs.map(
          ({ id, rev }) =>
            () =>
              open.loaded.writer.remove(id, rev),
        ),
      ),
    settled: () => enqueue(() => undefined),
    clear: () => enqueue(() => startOver(null)),
    close: () =>
      enqueue(async () => {
        await save()
        closeQuietly(open.db)
      }),
    search: (request, checkpoint) =>
      guarded(() => ({
        ...searchState(open.loaded.state, open.loaded.reader, open.loaded.chapters, request, checkpoint),
        filling: filling(),
      })),
    suggest: (prefix, { limit, scopes }) =>
      guarded(() => {
        const { suggestions, columns, scopes: numbering } = open.loaded.state
        const view = viewOf(suggestions, admissionOf(scopes, columns, numbering), columns)
        return suggestions.suggest(prefix, limit, open.loaded.shown, view)
      }),
    meant: (text, wanted, checkpoint) =>
      guarded(() => {
        const { state, reader, chapters, shown } = open.loaded
        const { suggestions, columns, scopes: numbering } = state
        const admission = admissionOf(wanted.scopes, columns, numbering)
        const view = viewOf(suggestions, admission, columns)
        return meantIn(text, wanted, {
          state,
          reader,
          chapters,
          admission,
          checkpoint,
          view,
          shown: shown.text,
        })
      }),
    stats: () => ({
      kind: 'embedded',
      records: open.loaded.state.columns.count,
      analysis: ANALYSIS_VERSION,
      filling: filling(),
    }),
    fillPosition: () => open.loaded.fill,
    filledTo: (position) =>
      enqueue(() => {
        writeFill(open.db, position)
        open.loaded.fill = position
      }),
    pairing: () => guarded(() => readPairing(open.db)),
    pair: (pairing) => enqueue(() => writePairing(open.db, pairing)),
    tend() {
      const why = open.lost()
      if (why !== null) startOver(why)
      else if (queued === 0 && performance.now() - lastWrite > QUIET)
        void enqueue(save).catch(() => undefined)
    },
    async lookOver() {
      for (const table of STORED_TABLES) {
        await enqueue(() => {
          const why = faultIn(open.db, table)
          if (why !== null) startOver(why)
        })
        await nextTurn()
      }
    },
  }
}

function loadAll(db: DatabaseSync, columnsFile: string): Loaded {
  const { state, saved } = loadState(db, columnsFile)
  const text = db.prepare('select text from entries where no = ?')
  const chapters = new ChapterStore(db)
  return {
    state,
    reader: new FtsReader(db, state.columns),
    writer: new Writer(db, state, chapters),
    chapters,
    shown: {
      text: (entry) => String(text.get(entry)?.text ?? ''),
      id: (record) => state.columns.ids.get(record),
      entries: (record) => state.columns.entries.get(record),
    },
    saved: saved ? readStamp(db) : '',
    fill: readFill(db),
  }
}

/** The first fault SQLite finds in a table or its indexes, or null. */
function faultIn(db: DatabaseSync, table: string): string | null {
  const found = db.prepare(`pragma quick_check(${table})`).get()?.quick_check
  return found === 'ok' ? null : String(found)
}

/** A damaged file may not even be closed in order; its handle is given back all the same. */
function closeQuietly(db: DatabaseSync): void {
  try {
    db.close()
  } catch (error) {
    if (!isDamage(error)) throw error
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
