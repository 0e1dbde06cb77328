/** When a draft goes to the device and to the store, and what is said of it meanwhile. Pure but for the clock it is given. */
import { mostSent, type SentOp, type StoredPage } from '../draft/draft.ts'

/**
 * `saved`; `unsaved`: a moment of rest is waited for; `saving`; `offline`: the store does not answer, it is tried again by itself;
 * `signed-out`: nothing goes before signing in again; `refused`: the store does not take anything, for a reason that is said.
 */
export type SavingState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'signed-out' | 'refused'

export type Outcome =
  | { readonly kind: 'stored'; readonly page: StoredPage }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'signed-out' }
  /** One of the edits is none that the store takes; the others may be. */
  | { readonly kind: 'edit-refused' }
  /** What they were made on is not known there any more. */
  | { readonly kind: 'too-old' }
  | { readonly kind: 'refused'; readonly why: string }

/** What goes at once. */
export interface Sending {
  readonly rev: number
  readonly ops: readonly SentOp[]
  /** Ids of clashes that somebody has looked at. */
  readonly looked: readonly string[]
}

/** What a draft gives to be saved. */
export interface Savable {
  /** Marks all that is pending as on its way, and gives it. `known`: the first so many are stored already. */
  take(): Sending & { readonly known: number }
  stored(sent: Sending, page: StoredPage): void
  /** The first edit that is not known is not taken by the store. */
  withoutRefused(): void
  /** Puts what is pending on the page as it is now; false where nobody answers. */
  renew(): Promise<boolean>
  refused(why: string): void
  keep(): Promise<void>
}

export interface SavingOptions {
  readonly draft: Savable
  send(sending: Sending): Promise<Outcome>
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
  /** Sends and keeps what is there, once, and ends. */
  close(): Promise<void>
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

  function keep(): Promise<void> {
    timers.clear(keeping)
    keeping = null
    // A device that keeps nothing is no reason to stop: the store does.
    return draft.keep().catch(() => {})
  }

  function again(): void {
    told('offline')
    const after = Math.min(savingTimes.again * 2 ** waits++, savingTimes.longestAgain)
    if (!closed) resting = timers.set(after, () => void flush())
  }

  async function sendAll(): Promise<void> {
    stop()
    let most = mostSent
    for (;;) {
      const { known, ...all } = draft.take()
      const fresh = all.ops.length - known
      if (fresh === 0 && all.looked.length === 0) {
        await keep()
        return told('saved')
      }
      told('saving')
      // What is on its way is known on the device before: a closed tab sends it once more, with the same ids.
      await keep()
      const sending: Sending = { ...all, ops: all.ops.slice(0, Math.max(most, known + 1)) }
      const outcome = await send(sending)
      switch (outcome.kind) {
        case 'stored':
          waits = 0
          most = mostSent
          draft.stored(sending, outcome.page)
          continue
        case 'edit-refused': {
          // Found by halves, so that one that is not taken takes no other along.
          const tried = sending.ops.length - known
          if (tried > 1) most = known + Math.floor(tried / 2)
          else {
            draft.withoutRefused()
            most = mostSent
          }
          continue
        }
        case 'too-old':
          if (await draft.renew()) continue
          return again()
        case 'no-answer':
          return again()
        case 'refused':
          draft.refused(outcome.why)
          return told('refused')
        case 'signed-out':
          return told('signed-out')
      }
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
      if (keeping === null) keeping = timers.set(savingTimes.device, () => void keep())
      if (running) return
      told('unsaved')
      timers.clear(resting)
      resting = timers.set(savingTimes.rest, () => void flush())
      latest ??= timers.set(savingTimes.most, () => void flush())
    },
    flush,
    async close() {
      closed = true
      stop()
      await keep()
      await flush()
      await keep()
    },
  }
}
