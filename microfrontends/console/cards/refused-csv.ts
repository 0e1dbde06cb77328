/** The refused lines as a file for a spreadsheet, to be mended and given in again. */

/** Signs by which a spreadsheet takes a cell for a formula; one in a list would run where the file is opened. */
const FORMULA = /^[=+\-@\t\r]/

/** A number with a sign before it is a number. */
const NUMBER = /^[+-]?\d+(\.\d+)?$/

export function csvCell(text: string): string {
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n\t]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless
}

/** With the mark by which spreadsheets know UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
