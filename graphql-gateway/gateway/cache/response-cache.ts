// Whole answers in memory, bounded by bytes, each for as long as its policy allows.
import type { HttpAnswer } from '../http/answer.ts'

interface Kept {
  readonly answer: HttpAnswer
  readonly until: number
  readonly bytes: number
}

/** A bounded store of answers. Time comes from `now`, in milliseconds. */
export interface ResponseCache {
  get(key: string): HttpAnswer | null
  /** Keeps an answer for `maxAge` seconds; one of more than a sixteenth of the bound is not kept. */
  set(key: string, answer: HttpAnswer, maxAge: number): void
  clear(): void
}

/** `bytes` bounds keys and bodies together; the least recently used go first. */
export function createResponseCache(bytes: number, now: () => number): ResponseCache {
  const entries = new Map<string, Kept>()
  let used = 0
  const drop = (key: string, entry: Kept): void => {
    entries.delete(key)
    used -= entry.bytes
  }
  return {
    get(key) {
      const entry = entries.get(key)
      if (!entry) return null
      drop(key, entry)
      if (entry.until <= now()) return null
      entries.set(key, entry)
      used += entry.bytes
      return entry.answer
    },
    set(key, answer, maxAge) {
      // A JavaScript string takes up to two bytes a character.
      const size = 2 * (key.length + answer.body.length) + 500
      if (size > bytes / 16 || maxAge <= 0) return
      const present = entries.get(key)
      if (present) drop(key, present)
      for (const [oldest, entry] of entries) {
        if (used + size <= bytes) break
        drop(oldest, entry)
      }
      entries.set(key, { answer, until: now() + maxAge * 1000, bytes: size })
      used += size
    },
    clear() {
      entries.clear()
      used = 0
    },
  }
}
