/** Where a page frames code of a library: its id and the hash of its bytes stand in the address, and nothing else does. */
import { embedsAt } from '../embed/providers.ts'

/** Code that somebody has asked for, by its id and the SHA-256 of its bytes. */
export interface CodeBytes {
  readonly id: string
  readonly sha256: string
}

const id = /^[a-z][a-z0-9]{1,30}-[\w-]{8,64}$/
const sha256 = /^[0-9a-f]{64}$/
const both = /^([a-z][a-z0-9]{1,30}-[\w-]{8,64})-([0-9a-f]{64})$/

/** Whether a text can be the id of code: the code of a site, a hyphen, and what was drawn. */
export const isCodeId = (text: string): boolean => id.test(text)

/** The path on every host; null when one of both is none. */
export function codePath(code: CodeBytes): string | null {
  return isCodeId(code.id) && sha256.test(code.sha256) ? `${embedsAt}code/${code.id}-${code.sha256}` : null
}

/** What the last part of such a path names; null for anything else. */
export function codeAt(name: string): CodeBytes | null {
  const [, of, hash] = both.exec(name) ?? []
  return of === undefined || hash === undefined ? null : { id: of, sha256: hash }
}
