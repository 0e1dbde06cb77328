/** Columns for one search at a time. Kept, because making megabytes anew for each search wakes the garbage collector. */

export class Scratch {
  scores = new Float64Array(0)
  exact = new Uint8Array(0)
  keep = new Uint8Array(0)
  counts = new Uint8Array(0)
  private keys = new Float64Array(0)

  /** A column for keys of an order; it holds what was left in it. */
  keysFor(size: number): Float64Array {
    if (this.keys.length < size) this.keys = new Float64Array(Math.max(1024, size + (size >> 2)))
    return this.keys
  }

  /** All columns at 0, for records with numbers below `size`. */
  cleared(size: number): this {
    if (this.exact.length < size) {
      // Whole words of four counts, which are read together.
      const capacity = Math.max(1024, (size + (size >> 2) + 3) & ~3)
      this.scores = new Float64Array(capacity)
      this.exact = new Uint8Array(capacity)
      this.keep = new Uint8Array(capacity)
      this.counts = new Uint8Array(capacity)
      return this
    }
    for (const column of [this.scores, this.exact, this.keep, this.counts]) column.fill(0, 0, size)
    return this
  }
}
