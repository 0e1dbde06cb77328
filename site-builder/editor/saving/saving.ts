/** When a draft goes to the device and to the store, and what is said of it meanwhile. Pure but for the clock it is given. */
import type { SentOp, StoredPage } from '../draft/draft.ts'

/**
 * `saved`; `unsaved`: a moment of rest is waited for; `saving`; `offline`: the store does not answer, it is tried again by itself;
 * `signed-out`: nothing goes before signing in again; `refused`: the store does not take the edits.
 */
export type SavingState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'signed-out' | 'refused'

export type Outcome =
  | { readonly kind: 'stored'; readonly page: StoredPage }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly words: string }

/** What a draft gives to be saved. */
export interface Savable {
  /** Marks all that is pending as on its way, and gives it. */
  take(): { readonly rev: number; readonly ops: readonly SentOp[] }
  stored(count: number, page: StoredPage): void
  refused(words: string): void
  keep(): Promise<void>
}

export interface SavingOptions {
  readonly draft: Savable
  send(rev: number, ops: readonly SentOp[]): Promise<Outcome>
  told(state: SavingState): void
  readonly timers: {
    set(after: number, run: () => void): unknown
    clear(timer: unknown): void
  }
}

export interface Saving {
  /** Something was edited. */
  edited(): void
  /** Now, without waiting: a press, the page being left, the network being back. */
  flush(): Promise<void>
  /** Ends; what is under way goes on. */
  close(): void
}

/** Milliseconds. */
export const savingTimes = {
  /** From an edit to the device. */
  device: 150,
  /** From the last edit to the store. */
  rest: 1_500,
  /** From the first edit to the store, however somebody types. */
  most: 8_000,
  /** After no answer: the first wait, and the longest. */
  again: 3_000,
  longestAgain: 60_000,
} as const

/** Edits that are sent at once. */
const mostOps = 200

export function startSaving({ draft, send, told, timers }: SavingOptions): Saving {
  let keeping: unknown = null
  let resting: unknown = null
  let latest: unknown = null
  let waits = 0
  let running: Promise<void> | null = null
  let closed = false

  function stop(): void {
    timers.clear(resting)
    timers.clear(latest)
    resting = latest = null
  }

  function keep(): void {
    timers.clear(keeping)
    keeping = null
    // A device that keeps nothing is no reason to stop: the store does.
    void draft.keep().catch(() => {})
  }

  async function sendAll(): Promise<void> {
    stop()
    for (;;) {
      const { rev, ops } = draft.take()
      if (ops.length === 0) return told('saved')
      told('saving')
      // What is on its way is known on the device before: a closed tab sends it once more, with the same ids.
      await draft.keep().catch(() => {})
      const some = ops.slice(0, mostOps)
      const outcome = await send(rev, some)
      if (outcome.kind === 'stored') {
        waits = 0
        draft.stored(some.length, outcome.page)
        keep()
        continue
      }
      if (outcome.kind === 'no-answer') {
        told('offline')
        const after = Math.min(savingTimes.again * 2 ** waits++, savingTimes.longestAgain)
        if (!closed) resting = timers.set(after, () => void flush())
        return
      }
      if (outcome.kind === 'refused') draft.refused(outcome.words)
      return told(outcome.kind)
    }
  }

  function flush(): Promise<void> {
    running ??= sendAll().finally(() => {
      running = null
    })
    return running
  }

  return {
    edited() {
      if (keeping === null) keeping = timers.set(savingTimes.device, keep)
      if (running) return
      told('unsaved')
      timers.clear(resting)
      resting = timers.set(savingTimes.rest, () => void flush())
      latest ??= timers.set(savingTimes.most, () => void flush())
    },
    flush,
    close() {
      closed = true
      stop()
      if (keeping !== null) keep()
    },
  }
}
