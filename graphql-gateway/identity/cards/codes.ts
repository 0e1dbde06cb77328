// Activation codes: drawn to be read aloud and typed on a phone.
import { randomInt } from 'node:crypto'

/** Without signs that are taken for one another. */
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/**
 * 31 to the tenth: 8 times 10 to the 14th, some 50 bits. No number of wrong tries ends a code, so it must stand against
 * all that can be tried while it is valid: were this machine kept busy by nothing else, a thousand tries a second for
 * ninety days (8 times 10 to the 9th) would find one with a chance of one in a hundred thousand.
 */
const length = 10
/** Shortest code that a library may choose itself, and shortest of digits only: of 10 to the 12th, the same finds one in 130. */
const shortestCode = 10
const shortestNumber = 12
/** Longest code that is looked at. */
export const longestCode = 40

/** `K7QPM-X2DWA`. */
export const drawCode = (): string =>
  written(Array.from({ length }, () => signs[randomInt(signs.length)]).join(''))

/** A code that is the same for the same bytes. */
export const codeOfBytes = (bytes: Uint8Array): string =>
  written([...bytes.subarray(0, length)].map((byte) => signs[byte % signs.length]).join(''))

const written = (text: string): string => `${text.slice(0, 5)}-${text.slice(5)}`

/** Capitals, full width, spaces and hyphens do not matter. */
export const foldActivation = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, longestCode)

/** Whether a code that a library chose could be guessed: it is short, one sign again and again, or the card's own number. */
export function isGuessable(folded: string, card: string): boolean {
  const number = foldActivation(card)
  const shortest = /[A-Z]/.test(folded) ? shortestCode : shortestNumber
  return (
    folded.length < shortest || new Set(folded).size < 4 || (number.length >= 4 && folded.includes(number))
  )
}
