// Codes of invitations: long enough that guessing is hopeless, short enough to be typed from a sheet of paper.
import { createHash, randomInt } from 'node:crypto'

/** Without signs that are taken for one another. */
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/** 31 to the fifteenth: some 74 bits. */
const length = 15
/** Longest text that is looked at. */
export const longestTyped = 60

/** `K7QPM-X2DWA-9HTUV`. */
export function drawCode(): string {
  const drawn = Array.from({ length }, () => signs[randomInt(signs.length)]).join('')
  return drawn.replace(/.{5}(?=.)/g, '$&-')
}

/** Capitals, full width, spaces and hyphens do not matter. Null for what can be no code. */
export function digestOf(typed: string): string | null {
  const folded = typed
    .slice(0, longestTyped)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  if (folded.length !== length) return null
  return createHash('sha256').update(`invitation ${folded}`).digest('base64url')
}
