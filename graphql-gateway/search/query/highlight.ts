/** Marks the words of a query in a text, and cuts a long text to the place that shows most of them. */

import { scanRuns, type Run } from '../analysis/scan.ts'
import {
  LONGEST_TEXT,
  type HighlightOptions,
  type QueryField,
  type QueryNode,
  type TextRun,
} from '../contract.ts'
import { goesOnAcrossMarks, type Leaf } from './clause.ts'
import { positiveLeaves } from './leaves.ts'
import { atomsOf, type Atom } from './quotation.ts'
import { bestWindow, type Mark } from './window.ts'

interface Pattern {
  readonly kind: Run['kind']
  readonly chars: readonly string[]
  readonly open: boolean
}

/**
 * The text, or the piece of it around the best match, in runs; found words are marked whatever script, width
 * or case they are written in. Joined, the runs are a piece of the original text.
 */
export function highlight(node: QueryNode, text: string, options: HighlightOptions): readonly TextRun[] {
  const searched = text.slice(0, LONGEST_TEXT)
  const marks = findMarks(leavesFor(node, options.field), scanRuns(searched))
  const { start, end } = bestWindow(searched, marks, options.maxLength, options.mostBefore)
  return cutRuns(searched, marks, start, end)
}

function leavesFor(node: QueryNode, field: QueryField | undefined): readonly Leaf[] {
  return positiveLeaves(node).filter(
    (leaf) => field === undefined || leaf.field === 'any' || leaf.field === field,
  )
}

function patternOf({ type }: Leaf, { kind, chars }: Run): Pattern {
  return { kind, chars, open: type === 'prefix' && kind === 'word' }
}

/** Places of all words of all leaves, each word with a number of its own. */
function findMarks(leaves: readonly Leaf[], runs: readonly Run[]): readonly Mark[] {
  let index = 0
  let placed: readonly PlacedAtom[] | null = null
  const atoms = (): readonly PlacedAtom[] => (placed ??= runs.flatMap(placedAtoms))
  const marks = leaves.flatMap((leaf) => {
    const quoted = leaf.type === 'phrase' ? quotationMarks(scanRuns(leaf.text), atoms(), index) : []
    if (quoted.length > 0) {
      index++
      return quoted
    }
    return scanRuns(leaf.text).flatMap((run) => {
      const crossing = goesOnAcrossMarks(run) && runs.length > 1 ? quotationMarks([run], atoms(), index) : []
      return crossing.length > 0 ? (index++, crossing) : wordMarks(patternOf(leaf, run), runs, index++)
    })
  })
  return marks.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** A CJK word that is nowhere whole is marked by its pairs. */
function wordMarks(pattern: Pattern, runs: readonly Run[], index: number): readonly Mark[] {
  const whole = runs.flatMap((run) => marksIn(run, pattern, index))
  if (whole.length > 0 || pattern.kind === 'word' || pattern.chars.length < 3) return whole
  const pairs = pattern.chars.slice(1).map((char, before) => [pattern.chars[before] ?? '', char])
  return pairs.flatMap((chars) => runs.flatMap((run) => marksIn(run, { ...pattern, chars }, index)))
}

interface PlacedAtom extends Atom {
  readonly start: number
  readonly end: number
}

/** A quotation goes on across marks; what stands between its first and last character is marked with it. */
function quotationMarks(
  quoted: readonly Run[],
  there: readonly PlacedAtom[],
  index: number,
): readonly Mark[] {
  const wanted = atomsOf(quoted)
  if (wanted.length < 2) return []
  const marks: Mark[] = []
  for (let at = 0; at + wanted.length <= there.length; at++) {
    if (!wanted.every(({ text }, offset) => there[at + offset]?.text === text)) continue
    marks.push({
      start: there[at]?.start ?? 0,
      end: there[at + wanted.length - 1]?.end ?? 0,
      pattern: index,
    })
    at += wanted.length - 1
  }
  return marks
}

function placedAtoms(run: Run): readonly PlacedAtom[] {
  const place = (from: number, to: number): { readonly start: number; readonly end: number } => ({
    start: run.starts[from] ?? 0,
    end: run.ends[to] ?? 0,
  })
  const last = run.chars.length - 1
  return atomsOf([run]).map((atom, at) => ({
    ...atom,
    ...(run.kind === 'word' ? place(0, last) : place(at, at)),
  }))
}

function marksIn(run: Run, pattern: Pattern, index: number): readonly Mark[] {
  const length = pattern.chars.length
  if (run.kind !== pattern.kind || run.chars.length < length) return []
  const marks: Mark[] = []
  const last = pattern.kind === 'word' ? 0 : run.chars.length - length
  for (let at = 0; at <= last; at++) {
    if (!pattern.chars.every((char, offset) => run.chars[at + offset] === char)) continue
    if (pattern.kind === 'word' && !pattern.open && run.chars.length !== length) continue
    marks.push({ start: run.starts[at] ?? 0, end: run.ends[at + length - 1] ?? 0, pattern: index })
    at += length - 1
  }
  return marks
}

function cutRuns(text: string, marks: readonly Mark[], start: number, end: number): readonly TextRun[] {
  const runs: TextRun[] = []
  const push = (upTo: number, from: number, marked: boolean): void => {
    if (upTo > from) runs.push({ text: text.slice(from, upTo), marked })
  }
  let at = start
  for (const mark of merged(marks)) {
    const from = Math.max(mark.start, at)
    const to = Math.min(mark.end, end)
    if (to <= from) continue
    push(from, at, false)
    push(to, from, true)
    at = to
  }
  push(end, at, false)
  return runs
}

/** Overlapping and touching marks become one. */
function merged(marks: readonly Mark[]): readonly Mark[] {
  const out: Mark[] = []
  for (const mark of marks) {
    const before = out.at(-1)
    if (before && mark.start <= before.end) {
      out[out.length - 1] = { ...before, end: Math.max(before.end, mark.end) }
    } else out.push(mark)
  }
  return out
}
