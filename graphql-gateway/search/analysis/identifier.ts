/** One form for an identifier however it was typed, so that it is matched whole. */

import { scanRuns } from './scan.ts'

const LONGEST = 120

/**
 * The comparable form: ISBN-10 and ISBN-13 give the 13 digits (ISO 2108), ISSN its 8 characters (ISO 3297),
 * everything else its letters and digits with `_` where punctuation stood. Empty when nothing is left.
 */
export function identifierKey(text: string): string {
  const parts = scanRuns(text.slice(0, LONGEST * 2)).map((run) => run.chars.join(''))
  if (parts.length > 1 && /^(isbn|issn|doi)$/.test(parts[0] ?? '')) parts.shift()
  if (parts[0] === 'https' || parts[0] === 'http') {
    const doi = parts.indexOf('10')
    if (parts.includes('doi') && doi > 0) parts.splice(0, doi)
  }
  const joined = parts.join('').replace(/^is[bs]n/, '')
  return isbn13(joined) ?? (isIssn(joined) ? joined : parts.join('_').slice(0, LONGEST))
}

/** The ISBN-13 of a valid ISBN, null for anything else: a wrong check digit is not an ISBN. */
function isbn13(text: string): string | null {
  if (/^\d{13}$/.test(text)) return /^97[89]/.test(text) && ean(text.slice(0, 12)) === text[12] ? text : null
  if (!/^\d{9}[\dx]$/.test(text)) return null
  const sum = [...text].reduce(
    (total, digit, at) => total + (digit === 'x' ? 10 : Number(digit)) * (10 - at),
    0,
  )
  if (sum % 11 !== 0) return null
  const stem = `978${text.slice(0, 9)}`
  return stem + ean(stem)
}

function ean(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

function isIssn(text: string): boolean {
  if (!/^\d{7}[\dx]$/.test(text)) return false
  const sum = [...text].reduce(
    (total, digit, at) => total + (digit === 'x' ? 10 : Number(digit)) * (8 - at),
    0,
  )
  return sum % 11 === 0
}
