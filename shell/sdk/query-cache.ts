/** Answers of one microfrontend: carried from the server into the browser, kept for going back without waiting. */
import type { GqlResult, Operation } from './contract.ts'

/** An answer, or the sentence that says why none came. */
export type Answer = { readonly result: GqlResult<unknown> } | { readonly failure: string }

export interface QueryCache {
  /** The kept answer and whether it is recent enough to be shown without asking again. */
  get(key: string): { readonly answer: Answer; readonly fresh: boolean } | null
  set(key: string, answer: Answer): void
  /** Forget all: another reader must not be shown what was for the former. */
  clear(): void
  /** Plain data for the browser. */
  dehydrate(): Readonly<Record<string, Answer>>
}

/** Beyond this age an answer is shown and asked again; the gateway's public answers live about as long. */
const FRESH_MS = 30_000
/** About as many pages as a reader goes back through. */
const MOST_ANSWERS = 50

/** A bounded cache; `carried` is what the server dehydrated (anything else is ignored), `now` gives milliseconds. */
export function createQueryCache(now: () => number, carried: unknown = null): QueryCache {
  const kept = new Map<string, { readonly answer: Answer; readonly at: number }>()
  for (const [key, answer] of carriedAnswers(carried)) kept.set(key, { answer, at: now() })
  return {
    get(key) {
      const found = kept.get(key)
      if (!found) return null
      kept.delete(key)
      kept.set(key, found)
      return { answer: found.answer, fresh: now() - found.at < FRESH_MS }
    },
    set(key, answer) {
      kept.delete(key)
      kept.set(key, { answer, at: now() })
      const oldest = kept.keys().next()
      if (kept.size > MOST_ANSWERS && !oldest.done) kept.delete(oldest.value)
    },
    clear: () => kept.clear(),
    dehydrate: () => Object.fromEntries([...kept].map(([key, { answer }]) => [key, answer])),
  }
}

function carriedAnswers(carried: unknown): [string, Answer][] {
  if (typeof carried !== 'object' || carried === null) return []
  return Object.entries(carried).filter((entry): entry is [string, Answer] => isAnswer(entry[1]))
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false
  if ('failure' in value) return typeof value.failure === 'string'
  return 'result' in value && typeof value.result === 'object' && value.result !== null
}

/** One key for one question: the same variables in another order ask the same. */
export function queryKey(
  operation: Operation<never, never> | { readonly id: string },
  variables: unknown,
): string {
  return `${operation.id} ${JSON.stringify(variables, sortedKeys)}`
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
