/** A sorted list of keys with the number each stands for, cheap to grow and to look up by beginning. */

/** Keys by code unit with the number of each; a key may stand several times. */
export interface SortedList {
  readonly keys: readonly string[]
  readonly numbers: Uint32Array
}

/** A stretch of the list. Inserting moves only what is in one chunk. */
interface Chunk {
  readonly keys: string[]
  readonly numbers: number[]
}

const LARGEST_CHUNK = 1_024

export class SortedKeys {
  private readonly chunks: Chunk[] = []

  /** Takes a whole list at once, in place of what was there; one that is not quite in order is put in order. */
  load(list: SortedList): void {
    const { keys, numbers } = inOrder(list) ? list : sorted(list)
    this.chunks.length = 0
    for (let at = 0; at < keys.length; at += LARGEST_CHUNK / 2) {
      const end = at + LARGEST_CHUNK / 2
      this.chunks.push({ keys: keys.slice(at, end), numbers: Array.from(numbers.subarray(at, end)) })
    }
  }

  add(key: string, number: number): void {
    const index = Math.min(this.chunkOf(key), this.chunks.length - 1)
    const chunk = this.chunks[index]
    if (!chunk) {
      this.chunks.push({ keys: [key], numbers: [number] })
      return
    }
    const at = lowerBound(chunk.keys, key)
    chunk.keys.splice(at, 0, key)
    chunk.numbers.splice(at, 0, number)
    if (chunk.keys.length <= LARGEST_CHUNK) return
    const half = LARGEST_CHUNK / 2
    this.chunks.splice(index + 1, 0, { keys: chunk.keys.splice(half), numbers: chunk.numbers.splice(half) })
  }

  /** Calls back for every number whose key is exactly this. */
  eachEqual(key: string, visit: (number: number) => void): void {
    this.between(key, `${key}\u0000`, visit)
  }

  /** Calls back for every number whose key begins so. */
  eachFrom(start: string, visit: (number: number) => void): void {
    this.between(start, `${start}\uffff`, visit)
  }

  private between(start: string, end: string, visit: (number: number) => void): void {
    for (let index = this.chunkOf(start); index < this.chunks.length; index++) {
      const { keys, numbers } = this.chunks[index] ?? { keys: [], numbers: [] }
      const to = lowerBound(keys, end)
      for (let at = lowerBound(keys, start); at < to; at++) visit(numbers[at] ?? 0)
      if (to < keys.length) return
    }
  }

  /** The first chunk that can hold the key: the first whose last key is not before it. */
  private chunkOf(key: string): number {
    let low = 0
    let high = this.chunks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.chunks[middle]?.keys.at(-1) ?? '') < key) low = middle + 1
      else high = middle
    }
    return low
  }
}

function inOrder({ keys }: SortedList): boolean {
  return keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') <= key)
}

function sorted({ keys, numbers }: SortedList): SortedList {
  const order = Array.from(keys.keys()).sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1))
  return {
    keys: order.map((at) => keys[at] ?? ''),
    numbers: Uint32Array.from(order, (at) => numbers[at] ?? 0),
  }
}

function lowerBound(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}
