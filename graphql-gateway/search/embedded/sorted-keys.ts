/** A sorted list of references to texts, cheap to grow and to look up by beginning. */

import { bytesOf, type TextLists } from './lists.ts'
import type { Sections } from './sections.ts'

/** A stretch of the list. Inserting moves only what is in one chunk. */
interface Chunk {
  readonly references: Uint32Array
  size: number
  /** What its heaviest reference weighed after so many changes. */
  heaviest: number
  asOf: number
}

/** Part of a chunk. */
interface Stretch {
  readonly chunk: Chunk
  readonly from: number
  readonly end: number
}

/** What decides which stretches are passed over. */
export interface Weighing {
  weight(reference: number): number
  /** How often any weight, or the list, has changed. */
  readonly changes: number
  /** What weighs less is not looked for; it may rise with every call back. */
  floor(): number
}

/** Of a chunk that nobody weighed yet. */
const NEVER = -1

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
      const chunk = chunkOf(part)
      this.chunks.push(chunk)
    }
  }

  /** Adds a reference to a text that is there already. */
  add(reference: number): void {
    this.size++
    const comesFirst = (other: number): boolean => this.texts.compare(other, reference) < 0
    const index = Math.min(this.firstChunk(comesFirst), this.chunks.length - 1)
    const chunk = this.chunks[index]
    if (!chunk) {
      this.chunks.push(chunkOf(Uint32Array.of(reference)))
      return
    }
    const at = placeIn(chunk, comesFirst)
    chunk.references.copyWithin(at + 1, at, chunk.size)
    chunk.references[at] = reference
    chunk.size++
    if (chunk.size < LARGEST_CHUNK) return
    const half = LARGEST_CHUNK / 2
    const later = chunkOf(chunk.references.subarray(half, chunk.size))
    chunk.size = half
    this.chunks.splice(index + 1, 0, later)
  }

  /** Calls back for every reference whose text is exactly this. */
  eachEqual(text: string, visit: (reference: number) => void): void {
    for (const { chunk, from, end } of this.stretches(text, false))
      for (let at = from; at < end; at++) visit(chunk.references[at] ?? 0)
  }

  /** Calls back for references whose text begins so, from the heaviest stretch on to where none weighs enough. */
  eachFrom(start: string, weighing: Weighing, visit: (reference: number) => void): void {
    const stretches = this.stretches(start, true)
    // A letter begins a hundred thousand keys, and few of their stretches have one that is known.
    for (const { chunk } of stretches) weigh(chunk, weighing)
    for (const { chunk, from, end } of stretches.sort((a, b) => b.chunk.heaviest - a.chunk.heaviest)) {
      if (chunk.heaviest < weighing.floor()) return
      for (let at = from; at < end; at++) visit(chunk.references[at] ?? 0)
    }
  }

  /** Calls back for references whose text is this, or begins so, until that says false. */
  each(text: string, beginning: boolean, visit: (reference: number) => boolean): void {
    for (const { chunk, from, end } of this.stretches(text, beginning))
      for (let at = from; at < end; at++) if (!visit(chunk.references[at] ?? 0)) return
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

  /** Where the texts stand that are this, or begin so. Only borders are compared. */
  private stretches(text: string, beginning: boolean): Stretch[] {
    const bytes = bytesOf(text)
    const comesFirst = (other: number): boolean => this.texts.compareTo(other, bytes, beginning) < 0
    const isBeforeEnd = (other: number): boolean => this.texts.compareTo(other, bytes, beginning) <= 0
    const found: Stretch[] = []
    const first = this.firstChunk(comesFirst)
    for (let index = first; index < this.chunks.length; index++) {
      const chunk = this.chunks[index]
      if (!chunk) break
      const isWhole = isBeforeEnd(chunk.references[chunk.size - 1] ?? 0)
      const end = isWhole ? chunk.size : placeIn(chunk, isBeforeEnd)
      found.push({ chunk, from: index === first ? placeIn(chunk, comesFirst) : 0, end })
      if (!isWhole) break
    }
    return found
  }

  /** The first chunk that can hold a text: the first whose last one does not come before it. */
  private firstChunk(comesFirst: (reference: number) => boolean): number {
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

function chunkOf(part: Uint32Array): Chunk {
  const references = new Uint32Array(LARGEST_CHUNK)
  references.set(part)
  return { references, size: part.length, heaviest: 0, asOf: NEVER }
}

/** Weighed again only after a change: a list at rest is weighed once. */
function weigh(chunk: Chunk, { weight, changes }: Weighing): void {
  if (chunk.asOf === changes) return
  chunk.heaviest = 0
  for (let at = 0; at < chunk.size; at++)
    chunk.heaviest = Math.max(chunk.heaviest, weight(chunk.references[at] ?? 0))
  chunk.asOf = changes
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
