/** Signs of life of a desk: one every so often while it is looked at, one soon when something is new, never two at a time. */

/** Milliseconds. */
export const beatTimes = {
  /** While nothing happens. */
  every: 20_000,
  /** Between two, however much happens. */
  atLeast: 5_000,
  /** The store forgets who gives none for so long. */
  forgets: 60_000,
} as const

/** `ended`: there is nothing to attend any more, or nobody who may. */
export type Beat = 'told' | 'away' | 'ended'

export interface AttendanceOptions {
  send(): Promise<Beat>
  readonly timers: {
    set(after: number, run: () => void): unknown
    clear(timer: unknown): void
  }
  readonly now: () => number
}

export interface Attendance {
  /** At once: the desk is looked at again. */
  beat(): Promise<void>
  /** Something is new; at once where the last one is not of this moment. */
  soon(): void
  /** Nobody looks at the desk. */
  rest(): void
  /** For good. */
  close(): void
}

export function startAttendance({ send, timers, now }: AttendanceOptions): Attendance {
  let timer: unknown = null
  let due = Infinity
  let last = -Infinity
  let running: Promise<void> | null = null
  /** Asked for while one was on its way, which may not know what is new. */
  let again = false
  let state: 'awake' | 'resting' | 'closed' = 'awake'

  function stop(): void {
    timers.clear(timer)
    timer = null
    due = Infinity
  }
  function plan(at: number): void {
    if (at >= due) return
    stop()
    due = at
    timer = timers.set(Math.max(0, at - now()), () => void beat())
  }
  async function once(): Promise<void> {
    stop()
    last = now()
    const outcome = await send()
    if (outcome === 'ended') state = 'resting'
    if (state === 'awake') plan(last + beatTimes.every)
  }
  async function all(): Promise<void> {
    do {
      again = false
      await once()
    } while (again && state === 'awake')
  }
  async function beat(): Promise<void> {
    if (state === 'closed') return
    state = 'awake'
    if (running) again = true
    running ??= all().finally(() => {
      running = null
    })
    return running
  }
  return {
    beat,
    soon() {
      if (state === 'awake') plan(Math.max(now(), last + beatTimes.atLeast))
    },
    rest() {
      if (state === 'awake') state = 'resting'
      stop()
    },
    close() {
      state = 'closed'
      stop()
    },
  }
}
