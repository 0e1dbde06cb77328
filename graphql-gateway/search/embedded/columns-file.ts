/**
 * The columns in one file beside the tables, so that opening an index reads megabytes instead of a million rows. It can
 * be missing, stale or damaged at any time: then the columns are made from the tables again.
 */

import { closeSync, fstatSync, lstatSync, openSync, readSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { roomFor, type Column } from './lists.ts'
import type { Sections } from './sections.ts'

/** First bytes; another layout of the columns gets another number. */
const MAGIC = 'shuxiang columns 4\n'
const PIECE = 4 * 1024 * 1024
const CHECKSUM_BYTES = 4
const LENGTH_BYTES = 4

interface Head {
  /** Which index, after which change. */
  readonly stamp: string
  readonly numbers: Readonly<Record<string, number>>
  readonly arrays: readonly { readonly name: string; readonly bytes: number }[]
}

/** Whoever owns columns: passes them through `sections`, and keeps what comes back. */
export type Exchange = (sections: Sections) => void

/**
 * Writes the columns beside the old file and puts them in its place once they are on the disk. Nothing may change
 * meanwhile; searches may run.
 */
export async function saveColumns(file: string, stamp: string, exchange: Exchange): Promise<void> {
  const numbers: Record<string, number> = {}
  const arrays: { name: string; content: Uint8Array }[] = []
  exchange(savingSections(numbers, arrays))
  const head: Head = {
    stamp,
    numbers,
    arrays: arrays.map(({ name, content }) => ({ name, bytes: content.length })),
  }
  const beside = `${file}.new`
  rmSync(beside, { recursive: true, force: true })
  const handle = await open(beside, 'w')
  let checksum = 0
  const write = async (content: Uint8Array): Promise<void> => {
    for (let at = 0; at < content.length; at += PIECE) {
      const piece = content.subarray(at, at + PIECE)
      checksum = crc32(piece, checksum)
      await handle.writeFile(piece)
    }
  }
  try {
    await write(headBytes(head))
    for (const { content } of arrays) await write(content)
    await handle.writeFile(numberBytes(checksum))
    await handle.sync()
  } finally {
    await handle.close()
  }
  // Whatever else stands there makes way; only a file can be replaced in one step.
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) rmSync(file, { recursive: true, force: true })
  await rename(beside, file)
}

/** Reads the columns if the file holds those of this stamp. False, or an error: there are none to be had. */
export function loadColumns(file: string, stamp: string, exchange: Exchange): boolean {
  const handle = openSync(file, 'r')
  try {
    let left = fstatSync(handle).size - CHECKSUM_BYTES
    let checksum = 0
    const read = (into: Uint8Array): void => {
      if (into.length > left) throw new Error('The columns end too early.')
      for (let at = 0; at < into.length;) {
        const got = readSync(handle, into, at, into.length - at, null)
        if (got === 0) throw new Error('The columns end too early.')
        at += got
      }
      left -= into.length
      checksum = crc32(into, checksum)
    }
    const bytes = (length: number): Buffer => {
      if (length > left) throw new Error('The columns end too early.')
      const content = Buffer.alloc(length)
      read(content)
      return content
    }
    if (bytes(MAGIC.length).toString('latin1') !== MAGIC) return false
    const head = headOf(bytes(bytes(LENGTH_BYTES).readUInt32LE()).toString())
    if (head.stamp !== stamp) return false
    exchange(loadingSections(head, read, () => left))
    if (left !== 0) throw new Error('The columns do not end where they should.')
    left = CHECKSUM_BYTES
    const expected = checksum
    if (bytes(CHECKSUM_BYTES).readUInt32LE() !== expected) throw new Error('The columns are damaged.')
    return true
  } finally {
    closeSync(handle)
  }
}

export function removeColumns(file: string): void {
  for (const path of [file, `${file}.new`]) rmSync(path, { force: true, recursive: true })
}

function savingSections(
  numbers: Record<string, number>,
  arrays: { name: string; content: Uint8Array }[],
): Sections {
  const keep = <Kind extends Column>(name: string, array: Kind, used: number): Kind => {
    arrays.push({
      name,
      content: new Uint8Array(array.buffer, array.byteOffset, used * array.BYTES_PER_ELEMENT),
    })
    return array
  }
  return {
    number: (name, value) => (numbers[name] = value),
    uint8: keep,
    uint16: keep,
    uint32: keep,
    int32: keep,
    float64: keep,
  }
}

function loadingSections(head: Head, read: (into: Uint8Array) => void, left: () => number): Sections {
  let next = 0
  /** Reads the next array into one made for it, with room to grow. */
  const take = <Kind extends Column>(name: string, make: (length: number) => Kind, used: number): Kind => {
    const entry = head.arrays[next++]
    const wanted = used * make(0).BYTES_PER_ELEMENT
    if (entry?.name !== name || entry.bytes !== wanted || wanted > left())
      throw new Error(`The columns hold something else in place of ${name}.`)
    const array = make(roomFor(used + (used >> 4), 0))
    read(new Uint8Array(array.buffer, 0, wanted))
    return array
  }
  return {
    number(name) {
      const value = head.numbers[name]
      if (value === undefined) throw new Error(`The columns do not tell ${name}.`)
      return value
    },
    uint8: (name, _, used) => take(name, (length) => new Uint8Array(length), used),
    uint16: (name, _, used) => take(name, (length) => new Uint16Array(length), used),
    uint32: (name, _, used) => take(name, (length) => new Uint32Array(length), used),
    int32: (name, _, used) => take(name, (length) => new Int32Array(length), used),
    float64: (name, _, used) => take(name, (length) => new Float64Array(length), used),
  }
}

function headBytes(head: Head): Uint8Array {
  const text = Buffer.from(JSON.stringify(head))
  return Buffer.concat([Buffer.from(MAGIC, 'latin1'), numberBytes(text.length), text])
}

/** The file is our own, but may be damaged. */
function headOf(text: string): Head {
  const value: unknown = JSON.parse(text)
  if (!isHead(value)) throw new Error('The columns have no head.')
  return value
}

function isHead(value: unknown): value is Head {
  return (
    typeof value === 'object' &&
    value !== null &&
    'stamp' in value &&
    'numbers' in value &&
    typeof value.numbers === 'object' &&
    'arrays' in value &&
    Array.isArray(value.arrays)
  )
}

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(CHECKSUM_BYTES)
  bytes.writeUInt32LE(value)
  return bytes
}
