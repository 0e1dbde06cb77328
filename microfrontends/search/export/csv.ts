/** Tables as comma-separated values (RFC 4180), safe to open in a program that calculates. */

/** Such a beginning makes a cell a formula (OWASP, CSV injection); a number with its sign is none. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u
const NUMBER = /^-?\d+$/

/** One cell: controls and signs that turn the direction of text are left out, a formula is made text by an apostrophe. */
export function csvCell(value: string): string {
  const text = value
    .toWellFormed()
    .replace(/[\r\n\t\v\f]+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Begins with the mark by which spreadsheets know UTF-8. */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
