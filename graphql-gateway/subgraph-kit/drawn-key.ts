// Keys that whoever makes something draws for it, so that sending it twice makes one.
import { badInput } from './errors.ts'

/** Whether it has the form of such a key: 8 to 64 letters, digits and hyphens, such as a UUID. */
export function isDrawnKey(key: string): boolean {
  return /^[A-Za-z0-9-]{8,64}$/.test(key)
}

/** Errors: BAD_USER_INPUT. */
export function readDrawnKey(key: string): string {
  if (isDrawnKey(key)) return key
  throw badInput('key: give 8 to 64 letters, digits and hyphens that nothing else has, such as a UUID.')
}
