/** One id for a request through every layer. */

/** The caller's `x-request-id` when it is harmless in a log and a header, else a new one. */
export function requestId(given: string | string[] | undefined, makeId: () => string): string {
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : makeId()
}
