// Whole answers in memory, bounded by bytes, each for as long as its policy allows.
import { LRUCache } from 'lru-cache'
import type { HttpAnswer } from '../http/answer.ts'

interface Kept {
  readonly answer: HttpAnswer
  /** In milliseconds, of the clock that is given. */
  readonly until: number
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
  const entries = new LRUCache<string, Kept>({
    maxSize: bytes,
    maxEntrySize: Math.floor(bytes / 16),
    // A JavaScript string takes up to two bytes a character.
    sizeCalculation: ({ answer }, key) => 2 * (key.length + answer.body.length) + 500,
  })
  return {
    get(key) {
      const entry = entries.get(key)
      if (!entry) return null
      if (entry.until > now()) return entry.answer
      entries.delete(key)
      return null
    },
    set(key, answer, maxAge) {
      if (maxAge > 0) entries.set(key, { answer, until: now() + maxAge * 1000 })
    },
    clear: () => entries.clear(),
  }
}
