/** Chooses which piece of a long text to show. */

/** A found word: UTF-16 offsets and the number of the pattern. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly pattern: number
}

export interface Window {
  readonly start: number
  readonly end: number
}

/** A different word counts as much as this many repetitions of one already there. */
const WORTH_OF_ANOTHER_WORD = 10
const MOST_MARKS = 2_000

/**
 * The piece of at most `maxLength` UTF-16 units with most of the found words, begun at a sentence if one
 * begins near; with `mostBefore`, with no more than so many units before the first of them, unless it stands near the
 * beginning. `marks` are sorted by start. Never cuts a surrogate pair.
 */
export function bestWindow(
  text: string,
  marks: readonly Mark[],
  maxLength: number,
  mostBefore = Infinity,
): Window {
  const length = Math.max(1, Math.floor(maxLength))
  if (text.length <= length && mostBefore === Infinity) return { start: 0, end: text.length }
  const first = bestMark(marks.slice(0, MOST_MARKS), length)
  if (!first) return { start: 0, end: wholeCharacter(text, Math.min(text.length, length)) }
  if (mostBefore !== Infinity) {
    const start = wholeCharacter(text, nearStart(text, first, mostBefore))
    return { start, end: wholeCharacter(text, Math.min(text.length, start + length)) }
  }
  const latest = Math.max(0, text.length - length)
  const start = wholeCharacter(text, Math.min(sentenceStart(text, first, length), latest))
  return { start, end: wholeCharacter(text, Math.min(text.length, start + length)) }
}

/** The mark from which a window sees most; room is left for the words before it. */
function bestMark(marks: readonly Mark[], length: number): Mark | null {
  const room = Math.floor(length * 0.75)
  let best: Mark | null = null
  let bestWorth = 0
  let beyond = 0
  const seen = new Map<number, number>()
  for (const mark of marks) {
    while (beyond < marks.length) {
      const next = marks[beyond]
      if (!next || next.end > mark.start + room) break
      seen.set(next.pattern, (seen.get(next.pattern) ?? 0) + 1)
      beyond++
    }
    let inside = 0
    for (const count of seen.values()) inside += count
    const worth = seen.size * WORTH_OF_ANOTHER_WORD + inside
    if (worth > bestWorth) {
      best = mark
      bestWorth = worth
    }
    const own = (seen.get(mark.pattern) ?? 0) - 1
    if (own > 0) seen.set(mark.pattern, own)
    else seen.delete(mark.pattern)
  }
  return best ?? marks[0] ?? null
}

/** The beginning of a text where the mark is near it; else the first clause that begins so near before the mark. */
function nearStart(text: string, mark: Mark, most: number): number {
  if (mark.end <= 2 * most) return 0
  const earliest = Math.max(0, mark.start - most)
  const clause = /[，。！？；：、,.!?;:\n]["”」』’]?\s*/u.exec(text.slice(earliest, mark.start))
  return clause ? earliest + clause.index + clause[0].length : earliest
}

function sentenceStart(text: string, mark: Mark, length: number): number {
  const earliest = Math.max(0, mark.start - Math.floor(length / 4))
  const before = text.slice(earliest, mark.start)
  if (earliest === 0) return 0
  const sentence = /[。！？；.!?;\n][”」』"']?\s*(?=[^。！？；.!?;\n]*$)/u.exec(before)
  return sentence ? earliest + sentence.index + sentence[0].length : earliest
}

/** Moves back from between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const inside = /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1))
  return inside ? at - 1 : at
}
