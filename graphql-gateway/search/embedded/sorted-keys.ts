/** A sorted list of references to texts, cheap to grow and to look up by beginning. */

import { bytesOf, type TextLists } from './lists.ts'
import type { Sections } from './sections.ts'

/** A stretch of the list. Inserting moves only what is in one chunk. */
interface Chunk {
  readonly references: Uint32Array
  size: number
}

const LARGEST_CHUNK = 1_024
/** How far chunks are filled at first, so that new keys find room. */
const FIRST_FILL = 768

/** References by the bytes of their texts; the same text may stand several times. */
export class SortedKeys {
  private readonly texts: TextLists
  private chunks: Chunk[] = []
  private size = 0

  constructor(texts: TextLists) {
    this.texts = texts
  }

  /** Takes a whole list in order at once, in place of what was there. */
  load(references: Uint32Array): void {
    this.chunks = []
    this.size = references.length
    for (let at = 0; at < references.length; at += FIRST_FILL) {
      const part = references.subarray(at, at + FIRST_FILL)
      const chunk = { references: new Uint32Array(LARGEST_CHUNK), size: part.length }
      chunk.references.set(part)
      this.chunks.push(chunk)
    }
  }

  /** Adds a reference to a text that is there already. */
  add(reference: number): void {
    this.size++
    const comesFirst = (other: number): boolean => this.texts.compare(other, reference) < 0
    const index = Math.min(this.chunkOf(comesFirst), this.chunks.length - 1)
    const chunk = this.chunks[index]
    if (!chunk) {
      this.chunks.push({
        references: Uint32Array.of(reference, ...new Uint32Array(LARGEST_CHUNK - 1)),
        size: 1,
      })
      return
    }
    const at = placeIn(chunk, comesFirst)
    chunk.references.copyWithin(at + 1, at, chunk.size)
    chunk.references[at] = reference
    chunk.size++
    if (chunk.size < LARGEST_CHUNK) return
    const half = LARGEST_CHUNK / 2
    const later = { references: new Uint32Array(LARGEST_CHUNK), size: chunk.size - half }
    later.references.set(chunk.references.subarray(half, chunk.size))
    chunk.size = half
    this.chunks.splice(index + 1, 0, later)
  }

  /** Calls back for every reference whose text is exactly this. */
  eachEqual(text: string, visit: (reference: number) => void): void {
    this.visit(bytesOf(text), false, visit)
  }

  /** Calls back for every reference whose text begins so. */
  eachFrom(start: string, visit: (reference: number) => void): void {
    this.visit(bytesOf(start), true, visit)
  }

  /** Calls back for references whose text is this, or begins so, until that says false. */
  each(text: string, beginning: boolean, visit: (reference: number) => boolean): void {
    this.visit(bytesOf(text), beginning, visit)
  }

  exchange(sections: Sections, name: string): void {
    const all = new Uint32Array(this.size)
    let at = 0
    for (const { references, size } of this.chunks) {
      all.set(references.subarray(0, size), at)
      at += size
    }
    const size = sections.number(`${name}.size`, this.size)
    const got = sections.uint32(name, all, size)
    if (got !== all) this.load(got.subarray(0, size))
  }

  private visit(bytes: Uint8Array, prefix: boolean, visit: (reference: number) => unknown): void {
    const comesFirst = (other: number): boolean => this.texts.compareTo(other, bytes, prefix) < 0
    const isBeforeEnd = (other: number): boolean => this.texts.compareTo(other, bytes, prefix) <= 0
    for (let index = this.chunkOf(comesFirst); index < this.chunks.length; index++) {
      const chunk = this.chunks[index]
      if (!chunk) return
      // Only the borders are compared: a letter begins a hundred thousand keys.
      const end = placeIn(chunk, isBeforeEnd)
      for (let at = placeIn(chunk, comesFirst); at < end; at++)
        if (visit(chunk.references[at] ?? 0) === false) return
      if (end < chunk.size) return
    }
  }

  /** The first chunk that can hold a text: the first whose last one does not come before it. */
  private chunkOf(comesFirst: (reference: number) => boolean): number {
    let low = 0
    let high = this.chunks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const chunk = this.chunks[middle]
      if (chunk && comesFirst(chunk.references[chunk.size - 1] ?? 0)) low = middle + 1
      else high = middle
    }
    return low
  }
}

function placeIn({ references, size }: Chunk, comesFirst: (reference: number) => boolean): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >>> 1
    if (comesFirst(references[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}
