// Open cursors: result streams that a client takes batch by batch.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Batch } from './contract.ts'
import type { Clock, Tick } from './clock.ts'
import { refuse } from './errors.ts'

/** Encoded documents to come; `undefined` is a pause in which others may work. */
export type Results =
  Iterator<Uint8Array | undefined, void, void> | AsyncIterator<Uint8Array | undefined, void, void>

/** Documents of the first batch when the client names no number (MongoDB's default). */
export const firstBatchSize = 101
/** Bytes of one batch; MongoDB's 16 MiB. */
const batchBytes = 16 * 1024 * 1024
/** Work this long is interrupted so that other commands get their turn. */
const turnMilliseconds = 12
/** A cursor not used for this long is closed (MongoDB's default). */
export const idleMilliseconds = 10 * 60_000
/** Most open cursors; another one closes the one unused for longest when that is idle for a minute, else fails. */
const mostCursors = 5000
const evictAfter = 60_000
/** How much larger a command is in memory than on the wire, at most about. */
const decodedFactor = 8

interface Cursor {
  readonly id: bigint
  readonly namespace: string
  readonly results: Results
  /** The one its results go by. */
  readonly tick: Tick
  /** A document read that did not fit the last batch. */
  held: Uint8Array | null
  usedAt: number
  busy: boolean
}

/** All open cursors of the store. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>()
  readonly #clock: Clock
  readonly #random: () => bigint

  /** @param random 62 bits that nobody can guess, so that no client reads another's cursor. */
  constructor(clock: Clock, random: () => bigint) {
    this.#clock = clock
    this.#random = random
  }

  get count(): number {
    return this.#open.size
  }

  /** Opens a cursor and takes its first batch. `single`: the first batch is all the client wants. */
  async first(namespace: string, results: Results, size: number, tick: Tick, single = false): Promise<Batch> {
    const cursor: Cursor = { id: this.#random(), namespace, results, tick, held: null, usedAt: 0, busy: true }
    const { documents, finished } = await this.#take(cursor, size, tick, size === 0)
    if (finished || single) await this.#end(cursor)
    else this.#keep(cursor)
    return { field: 'firstBatch', id: finished || single ? 0n : cursor.id, namespace, documents }
  }

  /** Takes the next batch. Throws 43 when there is no such cursor. */
  async next(id: bigint, namespace: string, size: number, tick: Tick): Promise<Batch> {
    const cursor = this.#open.get(id)
    if (!cursor) return refuse(43, `cursor id ${id} not found`)
    if (cursor.namespace !== namespace)
      refuse(13, `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace`)
    if (cursor.busy) refuse(20, `cursor id ${id} is already in use`)
    cursor.busy = true
    cursor.tick.follow(tick)
    try {
      const { documents, finished } = await this.#take(cursor, size, tick, false)
      if (finished) await this.#end(cursor)
      return { field: 'nextBatch', id: finished ? 0n : id, namespace, documents }
    } catch (error) {
      await this.#end(cursor)
      throw error
    } finally {
      cursor.busy = false
      cursor.usedAt = this.#clock.elapsed()
    }
  }

  async kill(id: bigint, namespace: string): Promise<boolean> {
    const cursor = this.#open.get(id)
    if (!cursor || cursor.namespace !== namespace) return false
    await this.#end(cursor)
    return true
  }

  /** Closes cursors that nobody has used for long. */
  async closeIdle(): Promise<void> {
    const now = this.#clock.elapsed()
    for (const cursor of this.#open.values())
      if (!cursor.busy && now - cursor.usedAt > idleMilliseconds) await this.#end(cursor)
  }

  #keep(cursor: Cursor): void {
    if (this.#open.size >= mostCursors) {
      const oldest = [...this.#open.values()]
        .filter(({ busy }) => !busy)
        .reduce<Cursor | null>((a, b) => (a && a.usedAt <= b.usedAt ? a : b), null)
      if (!oldest || this.#clock.elapsed() - oldest.usedAt < evictAfter)
        refuse(202, `more than ${mostCursors} open cursors; read results to their end or close them`)
      void this.#end(oldest)
    }
    // What is compiled and decoded of a command lives as long as its cursor.
    cursor.tick.account.keep(cursor.tick.size * decodedFactor)
    cursor.busy = false
    cursor.usedAt = this.#clock.elapsed()
    this.#open.set(cursor.id, cursor)
  }

  async #end(cursor: Cursor): Promise<void> {
    this.#open.delete(cursor.id)
    cursor.tick.account.end()
    await cursor.results.return?.()
  }

  async #take(
    cursor: Cursor,
    size: number,
    tick: () => void,
    nothing: boolean,
  ): Promise<{ documents: Uint8Array[]; finished: boolean }> {
    const documents: Uint8Array[] = []
    if (nothing) return { documents, finished: false }
    let bytes = 0
    let turn = this.#clock.elapsed()
    for (let step = 1; ; step++) {
      let document = cursor.held
      cursor.held = null
      if (!document) {
        const pending = cursor.results.next()
        const result = pending instanceof Promise ? await pending : pending
        if (result.done) return { documents, finished: true }
        document = result.value ?? null
      }
      if (document) {
        // One more than asked for is read, so that a cursor known to be at its end is closed at once.
        if (documents.length === size || (documents.length > 0 && bytes + document.length > batchBytes)) {
          cursor.held = document
          return { documents, finished: false }
        }
        documents.push(document)
        bytes += document.length + 16
      }
      if (document && step % 64 !== 0) continue
      tick()
      if (this.#clock.elapsed() - turn < turnMilliseconds) continue
      await nextTurn()
      turn = this.#clock.elapsed()
    }
  }
}
