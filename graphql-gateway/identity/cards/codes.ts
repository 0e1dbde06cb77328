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
