// What is kept of what somebody typed: short words, written one way, that cannot be a number of somebody's.
import { digitsOfSomebody, longestKept } from './bounds.ts'

/** Numbers are written with spaces, hyphens, dots and brackets between their digits. */
const number = new RegExp(`(?:\\p{Nd}[\\s\\p{Pd}.()/·]*){${digitsOfSomebody},}`, 'u')

/** Null for what is not kept: nothing, long texts, addresses of mail, long numbers. */
export function keptOf(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .toLowerCase()
  if (text === '' || text.includes('@') || number.test(text)) return null
  return [...text].length <= longestKept ? text : null
}
