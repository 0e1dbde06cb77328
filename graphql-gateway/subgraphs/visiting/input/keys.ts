// Keys that a form draws once for something new, and the ids that follow from them.
import { badInput } from '@shuxiang/subgraph-kit'

/** Errors: BAD_USER_INPUT. */
export function readKey(key: string): string {
  if (/^[A-Za-z0-9-]{8,64}$/.test(key)) return key
  throw badInput('key: give 8 to 64 letters, digits and hyphens that nothing else has, such as a UUID.')
}

/** `<library>:<key>` */
export function isItemId(id: string): boolean {
  return /^[a-z0-9]{1,40}:[A-Za-z0-9-]{8,64}$/.test(id)
}
