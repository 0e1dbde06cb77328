/** What stands before the clause with the found words: left out where a card has one line for its text. */
import type { TextRun } from './subject.ts'

/** So many characters before the first mark fit a line of a phone together with the marked words. */
const ROOM = 12

export interface Lead {
  readonly lead: string
  readonly rest: readonly TextRun[]
}

/** Cuts at the last mark of punctuation before the found words, else as far before them as a line has room. */
export function leadOf(runs: readonly TextRun[]): Lead {
  const [head, ...others] = runs
  const before = [...(head?.text ?? '')]
  if (!head || head.marked || others.length === 0 || before.length <= ROOM) return { lead: '', rest: runs }
  const near = before.length - ROOM
  const clause = before.findLastIndex((sign, i) => i < before.length - 1 && /[\p{P}\s]/u.test(sign)) + 1
  const at = Math.max(near, clause)
  return {
    lead: before.slice(0, at).join(''),
    rest: [{ ...head, text: before.slice(at).join('') }, ...others],
  }
}
