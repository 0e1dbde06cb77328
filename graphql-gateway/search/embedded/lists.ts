/** A short list for each number, all in one pool: lists of numbers, and texts as bytes. */

import type { Sections } from './sections.ts'

/** Arrays grow by a quarter: doubling would keep as much again in reserve. */
export function roomFor(needed: number, present: number): number {
  return Math.max(needed, present + (present >> 2), 1_024)
}

/** Columns of numbers that can be made longer. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** Copies what there is into a longer column. */
export function grown<Longer extends Column>(from: Longer, to: Longer): Longer {
  to.set(from)
  return to
}

/** Where each list lies in its pool. `Values` is the pool's type; a longer one is made by `make`. */
abstract class Lists<Values extends Uint8Array | Uint32Array | Float64Array> {
  starts = new Uint32Array(0)
  lengths = new Uint16Array(0)
  pool: Values
  protected used = 0
  private wasted = 0
  /** One more than the highest number that ever had a list: a column that no record needs takes no room. */
  private rows = 0
  private readonly make: (length: number) => Values

  constructor(make: (length: number) => Values) {
    this.make = make
    this.pool = make(0)
  }

  protected put(no: number, values: ArrayLike<number>): void {
    if (values.length === 0 && no >= this.rows) return
    this.rows = Math.max(this.rows, no + 1)
    if (no >= this.starts.length) {
      const capacity = roomFor(no + 1, this.starts.length)
      this.starts = grown(this.starts, new Uint32Array(capacity))
      this.lengths = grown(this.lengths, new Uint16Array(capacity))
    }
    const room = this.lengths[no] ?? 0
    const fits = values.length <= room
    this.wasted += fits ? room - values.length : room
    if (!fits) {
      this.makeRoom(values.length)
      this.starts[no] = this.used
      this.used += values.length
    }
    this.lengths[no] = values.length
    this.pool.set(values, this.starts[no] ?? 0)
  }

  private makeRoom(length: number): void {
    if (this.used + length <= this.pool.length) return
    if (this.wasted > this.pool.length / 2) this.compact()
    if (this.used + length <= this.pool.length) return
    this.pool = grown(this.pool, this.make(roomFor(this.used + length, this.pool.length)))
  }

  private compact(): void {
    const packed = this.make(this.pool.length)
    let used = 0
    for (let no = 0; no < this.starts.length; no++) {
      const start = this.starts[no] ?? 0
      const length = this.lengths[no] ?? 0
      packed.set(this.pool.subarray(start, start + length), used)
      this.starts[no] = used
      used += length
    }
    this.pool = packed
    this.used = used
    this.wasted = 0
  }

  /** Gives or takes its arrays under `name`. */
  exchange(sections: Sections, name: string): void {
    this.rows = sections.number(`${name}.rows`, this.rows)
    this.starts = sections.uint32(`${name}.starts`, this.starts, this.rows)
    this.lengths = sections.uint16(`${name}.lengths`, this.lengths, this.rows)
    this.used = sections.number(`${name}.used`, this.used)
    this.wasted = sections.number(`${name}.wasted`, this.wasted)
    this.pool = this.exchangePool(sections, name)
  }

  protected abstract exchangePool(sections: Sections, name: string): Values
}

/** Lists of numbers. The fields are read directly where every record is visited. */
export class NumberLists extends Lists<Uint32Array<ArrayBuffer>> {
  constructor() {
    super((length) => new Uint32Array(length))
  }

  set(no: number, values: readonly number[]): void {
    this.put(no, values)
  }

  get(no: number): readonly number[] {
    const start = this.starts[no] ?? 0
    return [...this.pool.subarray(start, start + (this.lengths[no] ?? 0))]
  }

  protected override exchangePool(sections: Sections, name: string): Uint32Array<ArrayBuffer> {
    return sections.uint32(`${name}.pool`, this.pool, this.used)
  }
}

/** Lists of numbers with fractions. */
export class RealLists extends Lists<Float64Array<ArrayBuffer>> {
  constructor() {
    super((length) => new Float64Array(length))
  }

  set(no: number, values: readonly number[]): void {
    this.put(no, values)
  }

  protected override exchangePool(sections: Sections, name: string): Float64Array<ArrayBuffer> {
    return sections.float64(`${name}.pool`, this.pool, this.used)
  }
}

/** Texts as UTF-8, whose order by bytes is the order by code points. A number without a text has the empty one. */
export class TextLists extends Lists<Uint8Array<ArrayBuffer>> {
  constructor() {
    super((length) => new Uint8Array(length))
  }

  /** Errors: a text of more than 65,535 bytes is not kept whole; callers bound theirs below that. */
  set(no: number, text: string): void {
    this.put(no, bytesOf(text))
  }

  get(no: number): string {
    const start = this.starts[no] ?? 0
    return decoder.decode(this.pool.subarray(start, start + (this.lengths[no] ?? 0)))
  }

  isEmpty(no: number): boolean {
    return (this.lengths[no] ?? 0) === 0
  }

  /** Negative when the text of `a` comes first, 0 when they are the same. */
  compare(a: number, b: number): number {
    const { pool } = this
    const [startA, startB] = [this.starts[a] ?? 0, this.starts[b] ?? 0]
    const [lengthA, lengthB] = [this.lengths[a] ?? 0, this.lengths[b] ?? 0]
    const shared = Math.min(lengthA, lengthB)
    for (let at = 0; at < shared; at++) {
      const difference = (pool[startA + at] ?? 0) - (pool[startB + at] ?? 0)
      if (difference !== 0) return difference
    }
    return lengthA - lengthB
  }

  /** The same against a text as bytes; with `prefix`, a text that begins so counts as the same. */
  compareTo(no: number, bytes: Uint8Array, prefix: boolean): number {
    const start = this.starts[no] ?? 0
    const length = this.lengths[no] ?? 0
    const shared = Math.min(length, bytes.length)
    for (let at = 0; at < shared; at++) {
      const difference = (this.pool[start + at] ?? 0) - (bytes[at] ?? 0)
      if (difference !== 0) return difference
    }
    return prefix && length > shared ? 0 : length - bytes.length
  }

  protected override exchangePool(sections: Sections, name: string): Uint8Array<ArrayBuffer> {
    return sections.uint8(`${name}.pool`, this.pool, this.used)
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text)
}
