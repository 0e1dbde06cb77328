// What is said of a poem beside its text: anthologies that chose it, its standing, the names readers know it by.
import { knownWork, type KnownWork } from './known-works.ts'
import { simplified } from './simplified.ts'

export interface Judged {
  readonly anthologies: readonly string[]
  /** 0 to 7. */
  readonly standing: number
  readonly known: KnownWork | null
}

/** What a work that everybody learns stands above the others of its collection. */
const learned = 2.3

/** Of a poem from a small collection, where every poem has the same standing but those that everybody learns. */
export function judgedAlone(
  standing: number,
  poem: {
    readonly author: string
    readonly tune: string
    readonly title: string
    readonly lines: readonly string[]
  },
): Judged {
  const known = knownWork(poem.author, poem.title || poem.tune, poem.lines)
  return { anthologies: [], standing: standing + (known ? learned : 0), known }
}

/** Titles readers know a poem by, without those it has. One of a series goes by its plain title too: 出塞二首 一, 出塞. */
export function knownTitles(judged: Judged, ...have: readonly string[]): readonly string[] {
  const had = new Set(have.map(letters))
  return (judged.known?.titles ?? []).filter((title) => {
    const key = letters(title)
    return !had.has(key) && had.add(key)
  })
}

/** A title without marks, in simplified characters: whatever stands between tune and first words, it is one title. */
function letters(title: string): string {
  return simplified(title).replace(/[^\p{L}\p{N}]/gu, '')
}
