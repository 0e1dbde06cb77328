// A whole file: how it is to be read, guessed, and its lines.
import { mostLines } from '../bounds.ts'
import { guessColumns, isHeader } from './columns.ts'
import { BadLines, guessSeparator, linesOf, type Line } from './csv.ts'
import { guessEncoding, isWorkbook, textIn, type FileProblem } from './decode.ts'
import type { Mapping } from './rows.ts'

/** The file as a whole cannot be read. */
export class BadFile extends Error {
  override readonly name = 'BadFile'
  readonly problem: FileProblem
  readonly line: number | null

  constructor(problem: FileProblem, line: number | null = null) {
    super(problem)
    this.problem = problem
    this.line = line
  }
}

export interface ReadList {
  readonly mapping: Mapping
  readonly headings: readonly string[]
  /** The first lines with cards. */
  readonly sample: readonly (readonly string[])[]
  readonly lines: readonly Line[]
}

/** Lines that are shown, and by which columns are guessed. */
const shown = 5
const guessedBy = 50

/** With `mapping` null it is guessed. Errors: `BadFile`. */
export function readList(bytes: Uint8Array, mapping: Mapping | null): ReadList {
  if (isWorkbook(bytes)) throw new BadFile('workbook')
  const encoding = mapping?.encoding ?? guessEncoding(bytes)
  const text = textIn(bytes, encoding)
  if (text === null) throw new BadFile('encoding')
  const separator = mapping?.separator ?? guessSeparator(text)
  const all = linesWithin(text, separator)
  const [first] = all
  if (!first) throw new BadFile('empty')
  const header = mapping?.header ?? isHeader(first.cells)
  const lines = header ? all.slice(1) : all
  if (lines.length === 0) throw new BadFile('empty')
  if (lines.length > mostLines) throw new BadFile('too-many-lines')
  const cells = lines.slice(0, guessedBy).map((line) => line.cells)
  const headings = header ? first.cells : first.cells.map(() => '')
  const columns = mapping?.columns ?? guessColumns(header ? first.cells : null, cells)
  return {
    mapping: { encoding, separator, header, columns, withoutBirth: mapping?.withoutBirth ?? null },
    headings,
    sample: cells.slice(0, shown),
    lines,
  }
}

function linesWithin(text: string, separator: Mapping['separator']): Line[] {
  const lines: Line[] = []
  try {
    for (const line of linesOf(text, separator)) {
      // One more than lines with cards, for the headings.
      if (lines.push(line) > mostLines + 1) throw new BadFile('too-many-lines')
    }
  } catch (error) {
    if (error instanceof BadLines) throw new BadFile(error.problem, error.line)
    throw error
  }
  return lines
}
