/** The state that travels from the server's render to the browser's hydration. */
import type { Answer } from './query-cache.ts'

export interface CarriedState {
  readonly stores: Record<string, Record<string | number | symbol, unknown>>
  readonly queries: Readonly<Record<string, Answer>>
}

/** The carried state, or null when there is none or it has another shape (an older page of another release). */
export function readState(value: unknown): CarriedState | null {
  if (!isRecord(value) || !isRecord(value['stores']) || !isRecord(value['queries'])) return null
  const { stores, queries } = value
  if (!Object.values(stores).every(isRecord)) return null
  return { stores, queries } as CarriedState
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
