/** A quotation compares letters, not marks: it goes on across the comma between two verses. */

import type { Column } from '../analysis/document.ts'
import type { Run } from '../analysis/scan.ts'
import { borderToken, runTokens } from '../analysis/tokens.ts'

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
 * Lists of tokens of which a text with the quotation has one each: neighbours are a pair or stand at a border, two words
 * stand for themselves.
 */
export function tokensHolding(atoms: readonly Atom[]): readonly (readonly string[])[] {
  return atoms.slice(1).flatMap((atom, before) => {
    const links = linksTo(atoms, before + 1)
    return links.length > 0 ? [links] : [[atoms[before]?.text ?? ''], [atom.text]]
  })
}

/** All tokens that say where a quotation stands: the above, and each atom where it is a verse or a word by itself. */
export function tokensPlacing(atoms: readonly Atom[]): ReadonlySet<string> {
  return new Set([...tokensHolding(atoms).flat(), ...atoms.map(({ text }) => text)])
}

/** What may stand between an atom and the one before it; nothing between two words. */
function linksTo(atoms: readonly Atom[], at: number): readonly string[] {
  const [before, atom] = [atoms[at - 1], atoms[at]]
  if (!before || !atom || (before.kind === 'word' && atom.kind === 'word')) return []
  const border = borderToken(before.text, atom.text)
  return before.kind === 'cjk' && atom.kind === 'cjk' ? [before.text + atom.text, border] : [border]
}

/**
 * True when the tokens, in the order of their places, hold the quotation of two atoms at least. From one atom to the
 * next a text has one pair or one border; an atom alone between two borders, and every word, is a token besides.
 */
export function holdsQuotation(atoms: readonly Atom[], tokens: Iterable<PlacedToken>): boolean {
  /** How many atoms are held up to here. */
  let held: ReadonlySet<number> = new Set()
  let expected = -1
  let before = ''
  for (const [place, token] of tokens) {
    if (place !== expected) held = new Set()
    expected = place + 1
    const next = new Set<number>()
    for (const count of new Set([1, ...held])) {
      if (linksTo(atoms, count).includes(token)) next.add(count + 1)
      if (token !== atoms[count]?.text || linksTo(atoms, count).length > 0) continue
      // Behind a border the word that it names comes first.
      if (held.has(count) && before === atoms[count - 1]?.text) next.add(count + 1)
    }
    for (const count of held) if (token === atoms[count - 1]?.text) next.add(count)
    if (token === atoms[0]?.text) next.add(1)
    if (next.has(atoms.length)) return true
    held = next
    before = token
  }
  return false
}
