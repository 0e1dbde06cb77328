// Lines and what becomes of them, the same for the check and for the import.
import type { CardRegistry, HolderIs, KnownHolder, RegistryOutcome, RegistryRow } from '../ports.ts'
import type { Line } from '../reading/csv.ts'
import { createRowReader, type ListedCard, type Mapping } from '../reading/rows.ts'
import { nothing, type Counts, type LineResult } from './documents.ts'

/** Answers of the library, by the number of the line. */
export type Answers = ReadonlyMap<number, HolderIs>

export interface ReadLine {
  readonly line: Line
  /** What it gives to the registry, or why it gives nothing. */
  readonly read: ListedCard | string
}

/** All lines at once: a card that comes twice is found wherever its second line is. */
export function rowsOf(lines: readonly Line[], mapping: Mapping, today: Date): readonly ReadLine[] {
  const readRow = createRowReader(mapping, today)
  return lines.map((line) => ({ line, read: readRow(line) }))
}

export interface LineOutcome {
  readonly line: Line
  readonly result: LineResult
  readonly fault: string | null
  readonly known: KnownHolder | null
}

export interface Outcomes {
  readonly outcomes: readonly LineOutcome[]
  readonly counts: Counts
}

/** `ask` is `check` or `put` of the registry. */
export async function outcomesOf(
  rows: readonly ReadLine[],
  library: string,
  answers: Answers,
  ask: CardRegistry['check'],
): Promise<Outcomes> {
  const good: RegistryRow[] = []
  for (const { line, read } of rows) {
    if (typeof read === 'string') continue
    const holderIs = answers.get(line.number)
    good.push({ library, ...read, ...(holderIs ? { holderIs } : {}) })
  }
  const said = (good.length > 0 ? await ask(good) : [])[Symbol.iterator]()
  const outcomes = rows.map(({ line, read }): LineOutcome => {
    if (typeof read === 'string') return { line, result: 'refused', fault: read, known: null }
    const { value } = said.next()
    if (value === undefined) throw new Error('The registry has not answered for every line.')
    return { line, ...resultOf(value) }
  })
  const counts = { ...nothing }
  for (const { result } of outcomes) counts[result]++
  return { outcomes, counts }
}

function resultOf(outcome: RegistryOutcome): Omit<LineOutcome, 'line'> {
  const none = { fault: null, known: null }
  if (outcome === 'handed-on') return { ...none, result: 'handedOn' }
  if (typeof outcome === 'string') return { ...none, result: outcome }
  if ('asks' in outcome) return { ...none, result: 'asks', known: outcome.known }
  return { ...none, result: 'refused', fault: outcome.fault }
}
