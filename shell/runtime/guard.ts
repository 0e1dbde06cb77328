/**
 * Between single-spa and a microfrontend. single-spa does one thing after the other and waits without end: code that
 * hangs in load, mount or unmount would stop all navigation. It never awaits that code here: mounting returns at once,
 * the real work runs behind deadlines and stops when the reader leaves, and leaving is capped.
 */

/** Milliseconds until a phase counts as failed. */
export interface Deadlines {
  readonly load: number
  readonly mount: number
  readonly unmount: number
}

export const DEADLINES: Deadlines = { load: 10_000, mount: 5_000, unmount: 400 }

/** The phase in which a microfrontend failed. */
export type Phase = 'load' | 'mount' | 'unmount'

export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed'
  constructor(phase: Phase, milliseconds: number) {
    super(`${phase} took longer than ${milliseconds} ms`)
  }
}

/** One stay of a microfrontend on the page. */
export interface Visit {
  readonly element: HTMLElement
  /** Aborted when the reader leaves. */
  readonly signal: AbortSignal
}

/** What the guard asks of the code behind it; any of it may throw or never settle. */
export interface Guarded {
  /** Fetch and evaluate. Called again for a retry. */
  load(signal: AbortSignal): Promise<{
    mount(visit: Visit): Promise<void>
    unmount(): Promise<void>
  }>
  /** Put the element on the page: the server's, or an empty one. Must not run code of the microfrontend. */
  open(): HTMLElement
  /** Take the element off the page. */
  close(element: HTMLElement): void
  onMounted(visit: Visit): void
  /** Show the fault in the element; `retry` starts the visit anew. */
  onFault(visit: Visit, phase: Phase, error: unknown, retry: () => void): void
}

/** Lifecycles that single-spa may safely await. */
export interface GuardedLifecycles {
  bootstrap(): Promise<void>
  mount(): Promise<void>
  unmount(): Promise<void>
}

/** Resolves or rejects after a time; `setTimeout` outside of tests. */
export type After = (milliseconds: number, run: () => void) => () => void

/** Make lifecycles that always return in time. */
export function guard(guarded: Guarded, deadlines: Deadlines, after: After): GuardedLifecycles {
  interface Stay extends Visit {
    readonly leave: AbortController
    unmount: (() => Promise<void>) | null
  }
  let stay: Stay | null = null

  async function run(current: Stay): Promise<void> {
    let phase: Phase = 'load'
    try {
      const module = await within(deadlines.load, phase, guarded.load(current.signal))
      if (current.signal.aborted) return
      phase = 'mount'
      // Set before: a mount that hangs half-way must be taken down too.
      current.unmount = () => module.unmount()
      await within(deadlines.mount, phase, module.mount(current))
      if (!current.signal.aborted) guarded.onMounted(current)
    } catch (error) {
      if (current.signal.aborted) return
      guarded.onFault(current, phase, error, () => void retry(current))
    }
  }

  async function retry(former: Stay): Promise<void> {
    if (stay !== former || former.signal.aborted) return
    await end(former)
    stay = begin()
    void run(stay)
  }

  function begin(): Stay {
    const leave = new AbortController()
    return { element: guarded.open(), leave, signal: leave.signal, unmount: null }
  }

  async function end(current: Stay): Promise<void> {
    current.leave.abort()
    try {
      await within(deadlines.unmount, 'unmount', current.unmount?.() ?? Promise.resolve())
    } catch {
      // The element goes either way; what the code still holds is its own.
    } finally {
      guarded.close(current.element)
    }
  }

  function within<T>(milliseconds: number, phase: Phase, work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = after(milliseconds, () => reject(new DeadlinePassed(phase, milliseconds)))
      work.then(resolve, reject).finally(cancel)
    })
  }

  return {
    async bootstrap() {},
    async mount() {
      stay = begin()
      void run(stay)
    },
    async unmount() {
      const leaving = stay
      stay = null
      if (leaving) await end(leaving)
    },
  }
}
