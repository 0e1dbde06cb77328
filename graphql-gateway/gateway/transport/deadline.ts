// Waits for work, but no longer than a signal allows.

/** The work's result, or a rejection with `late()` as soon as the signal fires. The work itself goes on. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal, late: () => Error): Promise<T> {
  if (signal.aborted) {
    work.catch(() => {})
    return Promise.reject(late())
  }
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(late())
    signal.addEventListener('abort', stop, { once: true })
    const settled = (): void => signal.removeEventListener('abort', stop)
    work.then(
      (value) => {
        settled()
        resolve(value)
      },
      (error: unknown) => {
        settled()
        reject(error)
      },
    )
  })
}
