// The ordered key space on disk: one LMDB file, one write transaction at a time, commits flushed before they count.
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { open } from 'lmdb'
import { writeBackup } from './backup-file.ts'

/** One key and its value. */
export interface Entry {
  readonly key: Buffer
  readonly value: Buffer
}

/** Keys from `start` (in) to `end` (out). */
export interface KeyRange {
  readonly start: Buffer
  readonly end: Buffer
}

/** Ordered bytes to bytes. Writes stand only inside `write`; what it returns has been flushed to disk. */
export interface Keyspace {
  get(key: Buffer): Buffer | undefined
  has(key: Buffer): boolean
  put(key: Buffer, value: Uint8Array): void
  remove(key: Buffer): void
  /** Entries of a range in order, read in chunks so that no read transaction stays open between two of them. */
  entries(range: KeyRange, reverse: boolean): Generator<Entry, void, void>
  count(range: KeyRange): number
  clear(range: KeyRange): void
  /** Grows with every commit: keys read at an older number may be out of date. */
  readonly generation: number
  /** Runs `work` in one transaction and flushes it; when it throws nothing of it remains. */
  write<T>(work: () => T): T
  /** Copies the whole store, hot and consistent, to a file that is not there yet. */
  backup(file: string): Promise<void>
  /** Bytes of the store in use. */
  size(): number
  close(): Promise<void>
}

/** The data file cannot be used as it is, and trying again does not help; the message says what does. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile'
}

/** What LMDB writes behind the header of its first page. */
const magic = 0xbeefc0de
const magicAt = 24

/** LMDB maps what it is given and may crash on a foreign file, so the beginning is looked at first. */
function checkFile(file: string): void {
  if (!existsSync(file)) return
  const found = statSync(file)
  if (found.isDirectory())
    throw new UnusableFile(
      `${file} is a folder where the store keeps its file: move it away, or restore a backup`,
    )
  if (found.size === 0) return
  const head = Buffer.alloc(magicAt + 4)
  const descriptor = readable(file)
  try {
    readSync(descriptor, head, 0, head.length, 0)
  } finally {
    closeSync(descriptor)
  }
  if (head.readUInt32LE(magicAt) !== magic)
    throw new UnusableFile(
      `${file} is not a store: restore it from a backup, or move it away to begin with an empty one`,
    )
}

function readable(file: string): number {
  try {
    return openSync(file, 'r+')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UnusableFile(`${file} cannot be read and written (${why}): give yourself the right to both`)
  }
}

/** Entries read ahead of who asks for them: few at first, and never more bytes than this (but one entry). */
const firstChunk = 32
const chunk = 256
const chunkBytes = 256 * 1024

/** Opens (or creates) the file. One process at a time; the owner lock sees to that. */
export function openKeyspace(file: string): Keyspace {
  checkFile(file)
  const env = open<Buffer, Buffer>(file, {
    noSubdir: true,
    encoding: 'binary',
    keyEncoding: 'binary',
    noMemInit: true,
    mapSize: 64 * 2 ** 30,
    // lmdb-js flushes after the commit unless told otherwise; an acknowledged write must already be on disk.
    overlappingSync: false,
  })

  function* entries(range: KeyRange, reverse: boolean): Generator<Entry, void, void> {
    let { start, end } = range
    let limit = firstChunk
    let exclusiveStart = false
    for (;;) {
      const found: Entry[] = []
      let bytes = 0
      const bounds = reverse
        ? { start: end, end: start, reverse, limit, exclusiveStart: true, inclusiveEnd: true }
        : { start, end, limit, exclusiveStart }
      for (const { key, value } of env.getRange(bounds)) {
        found.push({ key, value })
        bytes += value.length
        if (bytes > chunkBytes) break
      }
      yield* found
      const last = found.at(-1)
      if (!last || (found.length < limit && bytes <= chunkBytes)) return
      if (reverse) end = last.key
      else start = last.key
      exclusiveStart = true
      limit = chunk
    }
  }

  let generation = 0
  return {
    get generation() {
      return generation
    },
    get: (key) => env.get(key),
    has: (key) => env.doesExist(key),
    put: (key, value) => {
      env.putSync(key, Buffer.from(value.buffer, value.byteOffset, value.byteLength))
    },
    remove: (key) => {
      env.removeSync(key)
    },
    entries,
    count: ({ start, end }) => env.getKeysCount({ start, end }),
    clear(range) {
      for (;;) {
        const keys = [...env.getKeys({ start: range.start, end: range.end, limit: 4096 })]
        if (keys.length === 0) return
        for (const key of keys) env.removeSync(key)
      }
    },
    write(work) {
      generation++
      return env.transactionSync(work)
    },
    backup: (path) => writeBackup(path, (draft) => env.backup(draft, false)),
    size: () => {
      const stats: { lastPageNumber?: number; pageSize?: number } = env.getStats()
      return (stats.lastPageNumber ?? 0) * (stats.pageSize ?? 4096)
    },
    close: () => env.close(),
  }
}
