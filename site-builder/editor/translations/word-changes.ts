/** What was changed from one text to another, word by word. Pure. */

export interface Piece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Words of both together, beyond which the two are shown one below the other: comparing takes their product. */
const mostWords = 2_000

const wordsOf = (text: string, language: string): readonly string[] => {
  try {
    return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map((one) => one.segment)
  } catch {
    // What a site calls a language may be none.
    return text.split(/(?<=\s)/)
  }
}

export function wordChanges(before: string, after: string, language: string): readonly Piece[] {
  const one = wordsOf(before, language)
  const other = wordsOf(after, language)
  if (one.length + other.length > mostWords)
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]
  return joined(pieces(one, other))
}

/** By the longest row of words that both have in common. */
function pieces(one: readonly string[], other: readonly string[]): readonly Piece[] {
  const width = other.length + 1
  const common = new Uint16Array((one.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      common[i * width + j] =
        one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const found: Piece[] = []
  let i = 0
  let j = 0
  while (i < one.length || j < other.length) {
    const [was, is] = [one[i], other[j]]
    if (was !== undefined && was === is) {
      found.push({ kind: 'same', text: was })
      i++
      j++
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'gone', text: was })
      i++
    } else {
      found.push({ kind: 'new', text: is ?? '' })
      j++
    }
  }
  return found
}

/** Neighbours of one kind are one piece. */
function joined(found: readonly Piece[]): readonly Piece[] {
  const rows: Piece[] = []
  for (const piece of found) {
    const last = rows.at(-1)
    if (last?.kind === piece.kind) rows[rows.length - 1] = { ...last, text: last.text + piece.text }
    else rows.push(piece)
  }
  return rows
}
