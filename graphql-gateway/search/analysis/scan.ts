/** Cuts a text into runs of folded characters that remember where they stood in the original. */

import { closingBracket, isOpeningBracket } from './editorial.ts'
import { foldCodePoint, type FoldedChar } from './fold.ts'

/**
 * Neighbouring characters of one kind without punctuation between them. `chars[i]` was read from
 * `text.slice(starts[i], ends[i])` (UTF-16 offsets); the pieces of a ligature share one place, and an editor's
 * bracket belongs to the character inside it.
 */
export interface Run {
  readonly kind: 'cjk' | 'word'
  readonly chars: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

interface OpenRun {
  kind: 'cjk' | 'word'
  chars: string[]
  starts: number[]
  ends: number[]
}

/** Vowels and final consonants of decomposed Hangul, and the voice marks of decomposed kana. */
function joinsBackwards(codePoint: number): boolean {
  return (
    (codePoint >= 0x1160 && codePoint <= 0x11ff) ||
    codePoint === 0x3099 ||
    codePoint === 0x309a ||
    codePoint === 0xff9e ||
    codePoint === 0xff9f
  )
}

/** All runs of a text, in order. Linear in its length; any string is safe. */
export function scanRuns(text: string): readonly Run[] {
  const runs: OpenRun[] = []
  let broken = true
  let opened = -1
  let closing = -1
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0
    const end = at + (codePoint > 0xffff ? 2 : 1)
    if (at === closing) {
      extendLast(runs.at(-1), end)
      at = end
      continue
    }
    if (isOpeningBracket(codePoint)) {
      closing = closingBracket(text, at, !broken && runs.at(-1)?.kind === 'cjk')
      if (closing !== -1) {
        opened = at
        at = end
        continue
      }
    }
    for (const folded of foldCodePoint(codePoint)) {
      const last = broken ? undefined : runs.at(-1)
      if (last && joinsBackwards(codePoint) && joinLast(last, folded, end)) continue
      if (folded.kind === 'break') broken = true
      else if (folded.kind === 'ignored') extendLast(last, end)
      else {
        broken = false
        const run = last?.kind === folded.kind ? last : openRun(runs, folded.kind)
        push(run, folded.char, opened === -1 ? at : opened, end)
        opened = -1
      }
    }
    at = end
  }
  return runs
}

function openRun(runs: OpenRun[], kind: Run['kind']): OpenRun {
  const run = { kind, chars: [], starts: [], ends: [] }
  runs.push(run)
  return run
}

function push(run: OpenRun, char: string, start: number, end: number): void {
  run.chars.push(char)
  run.starts.push(start)
  run.ends.push(end)
}

/** An accent belongs to the letter before it, so a mark around the letter covers both. */
function extendLast(run: OpenRun | undefined, end: number): void {
  if (run) run.ends[run.ends.length - 1] = end
}

/** か followed by a voice mark is が: the composed character replaces the last one. */
function joinLast(open: OpenRun, folded: FoldedChar, end: number): boolean {
  const last = open.chars.length - 1
  const composed = ((open.chars[last] ?? '') + folded.char).normalize('NFC')
  if ([...composed].length !== 1) return false
  open.chars[last] = composed
  open.ends[last] = end
  return true
}
