// One-time codes from the reader's device: TOTP (RFC 6238) as the realm's policy has it: SHA-1, 6 digits, 30 seconds.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const digits = 6
const periodMs = 30_000
/** Steps to either side that are accepted: a phone's clock is seldom right to the second. */
const window = 1
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new secret of 20 bytes in Base32 (RFC 4648), without padding. */
export const drawSecret = (): string => toBase32(randomBytes(20))

export function toBase32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** @throws TypeError for a character that Base32 does not have. */
export function fromBase32(text: string): Buffer {
  let bits = ''
  for (const character of text) {
    const value = alphabet.indexOf(character)
    if (value < 0) throw new TypeError('a secret is written in Base32: A to Z and 2 to 7')
    bits += value.toString(2).padStart(5, '0')
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)))
}

export const stepAt = (ms: number): number => Math.floor(ms / periodMs)

export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 0xf
  const number = digest.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** Full-width digits and spaces, as phones show and input methods write them. */
export const foldCode = (typed: string): string => typed.normalize('NFKC').replace(/\s+/gu, '')

export const isCode = (folded: string): boolean => folded.length === digits && /^\d+$/.test(folded)

/** The step whose code this is, the newest first; null where none near `ms` fits. */
export function stepOf(secret: string, code: string, ms: number): number | null {
  const typed = Buffer.from(foldCode(code))
  const now = stepAt(ms)
  let found: number | null = null
  for (let step = now - window; step <= now + window; step++) {
    const right = Buffer.from(codeOf(secret, step))
    if (typed.length === right.length && timingSafeEqual(typed, right)) found = step
  }
  return found
}

/** The address that authenticator apps scan. */
export function otpauth(issuer: string, username: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(username)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${periodMs / 1000}`
}
