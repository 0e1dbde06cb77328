/** A quotation compares letters, not marks: it goes on across the comma between two verses. */

import type { Column } from '../analysis/document.ts'
import type { Run } from '../analysis/scan.ts'
import { runTokens } from '../analysis/tokens.ts'

/** One character of a script without spaces, or one word. */
export interface Atom {
  readonly kind: Run['kind']
  readonly text: string
}

/** `atoms` one after the other inside one of the columns, whatever marks stand between them. */
export interface QuotationClause {
  readonly type: 'quotation'
  readonly columns: readonly Column[]
  readonly atoms: readonly Atom[]
}

/** A token of a text and which one of the text's tokens it is. */
export type PlacedToken = readonly [place: number, token: string]

/** The atoms of all runs in order. */
export function atomsOf(runs: readonly Run[]): readonly Atom[] {
  return runs.flatMap((run) =>
    (run.kind === 'word' ? runTokens(run) : run.chars).map((text) => ({ kind: run.kind, text })),
  )
}

/**
 * For each atom the tokens of a text that can hold it: the pair before it, the pair after it, or itself where it
 * stands alone between marks. A text with the quotation has one of each list.
 */
export function tokensHolding(atoms: readonly Atom[]): readonly (readonly string[])[] {
  return atoms.map(({ kind, text }, at) => {
    if (kind === 'word') return [text]
    const before = atoms[at - 1]
    const after = atoms[at + 1]
    return [
      ...(before?.kind === 'cjk' ? [before.text + text] : []),
      ...(after?.kind === 'cjk' ? [text + after.text] : []),
      text,
    ]
  })
}

/**
 * True when the tokens, in the order of their places, hold the quotation. Where the text has a mark there is no
 * pair across it, and the next token begins anew; a verse begun or ended in the quotation has at least two
 * characters of it, unless it has no more itself.
 */
export function holdsQuotation(atoms: readonly Atom[], tokens: Iterable<PlacedToken>): boolean {
  let open: ReadonlySet<number> = new Set()
  let closed: ReadonlySet<number> = new Set()
  let expected = -1
  for (const [place, token] of tokens) {
    if (place !== expected) open = closed = new Set()
    expected = place + 1
    const nextOpen = new Set<number>()
    const nextClosed = new Set<number>()
    for (const at of open) if (token === pairAt(atoms, at - 1)) nextOpen.add(at + 1)
    for (const at of new Set([0, ...open, ...closed])) {
      if (token === pairAt(atoms, at)) nextOpen.add(at + 2)
      if (token === atoms[at]?.text) nextClosed.add(at + 1)
    }
    if (nextOpen.has(atoms.length) || nextClosed.has(atoms.length)) return true
    open = nextOpen
    closed = nextClosed
  }
  return false
}

/** The pair of the atom and the next, if both are written without spaces. */
function pairAt(atoms: readonly Atom[], at: number): string | null {
  const [first, second] = [atoms[at], atoms[at + 1]]
  return first?.kind === 'cjk' && second?.kind === 'cjk' ? first.text + second.text : null
}
