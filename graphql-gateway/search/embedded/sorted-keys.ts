/** A sorted list of keys with the number each stands for, cheap to grow and to look up by beginning. */

/** Keys by code unit with the number of each; a key may stand several times. */
export interface SortedList {
  readonly keys: readonly string[]
  readonly numbers: Uint32Array
}

/** Keys are sorted this many at a time. */
const BATCH = 1_024
/** The list of new keys is merged into the large one when it has this share of it. */
const SHARE = 1 / 32

const EMPTY: SortedList = { keys: [], numbers: new Uint32Array(0) }

interface Added {
  readonly key: string
  readonly number: number
}

export class SortedKeys {
  private main: SortedList = EMPTY
  private fresh: SortedList = EMPTY
  private added: Added[] = []

  /** Takes a whole list at once; one that is not quite in order is put in order. */
  load(list: SortedList): void {
    const inOrder = list.keys.every((key, at) => at === 0 || (list.keys[at - 1] ?? '') <= key)
    this.main = inOrder ? list : sorted(list.keys.map((key, at) => ({ key, number: list.numbers[at] ?? 0 })))
    this.fresh = EMPTY
  }

  add(key: string, number: number): void {
    this.added.push({ key, number })
    if (this.added.length >= BATCH) this.settle()
  }

  /** Calls back for every number whose key is exactly this. */
  eachEqual(key: string, visit: (number: number) => void): void {
    this.settle()
    for (const list of [this.main, this.fresh]) {
      for (let at = lowerBound(list.keys, key); list.keys[at] === key; at++) visit(list.numbers[at] ?? 0)
    }
  }

  /** Calls back for every number whose key begins so. */
  eachFrom(start: string, visit: (number: number) => void): void {
    this.settle()
    for (const list of [this.main, this.fresh]) {
      const end = lowerBound(list.keys, `${start}\uffff`)
      for (let at = lowerBound(list.keys, start); at < end; at++) visit(list.numbers[at] ?? 0)
    }
  }

  private settle(): void {
    if (this.added.length === 0) return
    this.fresh = merge(this.fresh, sorted(this.added))
    this.added = []
    if (this.fresh.keys.length < Math.max(BATCH, this.main.keys.length * SHARE)) return
    this.main = merge(this.main, this.fresh)
    this.fresh = EMPTY
  }
}

function sorted(added: readonly Added[]): SortedList {
  const order = added.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.number - b.number))
  return { keys: order.map(({ key }) => key), numbers: Uint32Array.from(order, ({ number }) => number) }
}

function merge(a: SortedList, b: SortedList): SortedList {
  if (a.keys.length === 0) return b
  const keys: string[] = []
  const numbers = new Uint32Array(a.keys.length + b.keys.length)
  for (let i = 0, j = 0; i < a.keys.length || j < b.keys.length;) {
    const left = a.keys[i]
    const right = b.keys[j]
    const useLeft = right === undefined || (left !== undefined && left <= right)
    numbers[keys.length] = (useLeft ? a.numbers[i++] : b.numbers[j++]) ?? 0
    keys.push((useLeft ? left : right) ?? '')
  }
  return { keys, numbers }
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
