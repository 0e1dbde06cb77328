// Ids made from what a source calls a thing, so that a second import finds it again.
import { createHash } from 'node:crypto'

/** Crockford's base 32 in lower case: no i, l, o or u. Source: https://www.crockford.com/base32.html */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** `prefix` and ten characters (50 bits) of a digest of source and local id. */
export function stableId(prefix: string, ...names: readonly string[]): string {
  const bytes = createHash('sha256').update(names.join('\n')).digest()
  let bits = bytes.readBigUInt64BE(0) >> 14n
  let id = ''
  for (let i = 0; i < 10; i++) {
    id = alphabet.charAt(Number(bits & 31n)) + id
    bits >>= 5n
  }
  return prefix + id
}

/** 32 bits of a digest, for choices that must be the same every time. */
export function stableNumber(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}
