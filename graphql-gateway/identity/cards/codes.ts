// Activation codes: drawn to be read aloud and typed on a phone.
import { randomInt } from 'node:crypto'

/** Without signs that are taken for one another. */
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/** 31 to the tenth: some 50 bits. */
const length = 10
/** Shortest code that a library may choose itself. */
export const shortestCode = 8
/** Longest code that is looked at. */
export const longestCode = 40

/** `K7QPM-X2DWA`. */
export function drawCode(): string {
  const text = Array.from({ length }, () => signs[randomInt(signs.length)]).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** Capitals, full width, spaces and hyphens do not matter. */
export const foldActivation = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, longestCode)
