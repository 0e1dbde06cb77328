// What is said of a poem beside its text: anthologies that chose it, its standing, the names readers know it by.
import { comparable, knownWork, type KnownWork } from './known-works.ts'

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

/** Titles readers know a poem by, without those it has: tune and first words make one title, whatever stands between. */
export function knownTitles(judged: Judged, ...have: readonly string[]): readonly string[] {
  const had = new Set(have.map(comparable))
  return (judged.known?.titles ?? []).filter((title) => {
    const key = comparable(title)
    return !had.has(key) && had.add(key)
  })
}
