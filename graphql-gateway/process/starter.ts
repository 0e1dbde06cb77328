// Ends a process when the one that started it is gone, however that one ended and at whatever moment.

export interface StarterWatch {
  /** Ends this process in order; called once, with the reason for the log. */
  readonly end: (reason: string) => void
  /** This process as Node tells it; the real one when absent. */
  readonly self?: Self
  /** Milliseconds between two looks. */
  readonly every?: number
  /** Milliseconds after which the process is ended in any case, whatever `end` still does. */
  readonly within?: number
}

/** What is asked of a process. */
export interface Self {
  /** Undefined in a process without a channel to its starter, false once the channel is closed. */
  readonly connected?: boolean | undefined
  exit(code: number): void
}

const standardEvery = 1_000
/** Longer than every part's own time to stop (9.5 s), and with one look shorter than 15 s. */
const standardWithin = 12_000

/**
 * Looks soon and then every second whether the channel to the starter still stands; the system closes it however the
 * starter ends. The event `disconnect` alone is not enough: it is lost when it comes while the program still loads.
 * A process that was started without a channel follows nobody.
 * @returns stops looking.
 */
export function endWithStarter(watch: StarterWatch): () => void {
  const { end, self = process, every = standardEvery, within = standardWithin } = watch
  if (self.connected === undefined) return () => {}
  const timer = setInterval(() => {
    if (self.connected) return
    clearInterval(timer)
    // Keeps the process until then: it must not wait for what keeps nothing alive.
    setTimeout(() => self.exit(1), within)
    end('the process that started it is gone')
  }, every)
  timer.unref()
  return () => clearInterval(timer)
}
