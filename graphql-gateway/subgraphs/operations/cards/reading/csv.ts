// Lines of separated values, as spreadsheets and library systems write them (RFC 4180 and its habits).
import { longestCell, mostColumns } from '../bounds.ts'

export const separators = [',', ';', '\t'] as const
export type Separator = (typeof separators)[number]

export interface Line {
  /** Counts from 1, as an editor shows it: a cell may have several. */
  readonly number: number
  readonly cells: readonly string[]
}

/** A quoted cell is never closed, or a line has too many cells. */
export class BadLines extends Error {
  override readonly name = 'BadLines'
  readonly problem: 'quote' | 'too-many-columns'
  readonly line: number

  constructor(problem: BadLines['problem'], line: number) {
    super(`${problem} in line ${line}`)
    this.problem = problem
    this.line = line
  }
}

/** Excel's own first line, which names the separator. */
const sepLine = /^sep=([,;\t])\r?\n/i

/** Lines with anything in them. Errors: `BadLines`. */
export function* linesOf(text: string, separator: Separator): Generator<Line> {
  const said = sepLine.exec(text)
  let at = said ? said[0].length : 0
  let number = said ? 2 : 1
  while (at < text.length) {
    const first = number
    const cells: string[] = []
    let ended = false
    while (!ended) {
      let cell: string
      // A cell is quoted from its first sign on; Excel keeps digits as they are by ="0012".
      const begins = text[at] === '"' ? at : text.startsWith('="', at) ? at + 1 : -1
      if (begins >= 0) {
        const quoted = quotedFrom(text, begins)
        if (quoted === null) throw new BadLines('quote', first)
        cell = quoted.cell
        at = quoted.end
        for (const sign of cell) if (sign === '\n') number++
        // What stands between the quote and the separator belongs to the cell, as spreadsheets read it.
        const rest = endOfCell(text, at, separator)
        cell += text.slice(at, rest)
        at = rest
      } else {
        const end = endOfCell(text, at, separator)
        cell = text.slice(at, end)
        at = end
      }
      if (cells.length === mostColumns) throw new BadLines('too-many-columns', first)
      cells.push(cell.trim().slice(0, longestCell))
      if (text[at] === separator) at++
      else ended = true
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    number++
    if (cells.some((cell) => cell !== '')) yield { number: first, cells }
  }
}

function endOfCell(text: string, from: number, separator: Separator): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/** `""` within quotes is one. Null where they are never closed. */
function quotedFrom(text: string, quote: number): { readonly cell: string; readonly end: number } | null {
  let cell = ''
  let at = quote + 1
  for (;;) {
    const next = text.indexOf('"', at)
    if (next < 0) return null
    cell += text.slice(at, next)
    if (text[next + 1] !== '"') return { cell, end: next + 1 }
    cell += '"'
    at = next + 2
  }
}

/** Lines by which the separator is guessed. */
const looks = 20

/** The separator with which the first lines have the same number of cells, and the most. */
export function guessSeparator(text: string): Separator {
  const said = sepLine.exec(text)?.[1]
  const named = separators.find((separator) => separator === said)
  if (named) return named
  const head = text.slice(0, 200_000)
  const scores = separators.map((separator) => {
    const counts: number[] = []
    try {
      for (const { cells } of linesOf(head, separator)) {
        counts.push(cells.length)
        if (counts.length === looks) break
      }
    } catch {
      return 0
    }
    const [first = 1] = counts
    const same = counts.filter((count) => count === first).length
    return first > 1 ? (same / counts.length) * first : 0
  })
  const best = Math.max(...scores)
  return separators[scores.indexOf(best)] ?? ','
}
