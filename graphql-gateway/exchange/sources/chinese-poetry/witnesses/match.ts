// Which poem of the package each poem of an anthology is: by the whole text, laid beside each other letter by letter.
import { align } from '@shuxiang/search/collation'
import { isNobody, writtenName } from '../persons.ts'
import { foldedClauses, tellingLength, type Comparable } from '../twins/same-work.ts'
import type { Printed } from './printed.ts'
import { shinglesOf } from './shingles.ts'
import { lettersOfTitle } from './title-letters.ts'

/** Part of the letters that may differ between two texts of one author; editions of a poem differ in less. */
const mostOfOne = 0.3
/** Of two authors: an answer in the same rhymes, or a monk's play with the verses, is a work of its own. */
const mostOfTwo = 0.2
/** Runs of letters that a text shares with any that differs in no more. */
const sharedRuns = 0.15

/** Poems of the package by their places, met in any order. */
export interface Matcher {
  note(place: number, poem: Comparable): void
  /** By place, the poems of anthologies that are this one, in the order of the anthologies; each belongs to one place. */
  found(): ReadonlyMap<number, readonly Printed[]>
}

interface Match {
  readonly place: number
  readonly sameAuthor: boolean
  readonly sameTitle: boolean
  readonly difference: number
}

export function matcherOf(printed: readonly Printed[]): Matcher {
  const known = printed.map(({ author, title, lines }) => ({
    author: writtenName(author),
    title: lettersOfTitle(title),
    text: foldedClauses(lines).join(''),
  }))
  const shingles = shinglesOf(known.map(({ text }) => text))
  const best = new Map<number, Match>()
  return {
    note(place, { author, title, clauses }) {
      const text = clauses.join('')
      if (text.length < tellingLength) return
      for (const no of shingles.like(text, sharedRuns)) {
        const one = known[no]
        if (!one) continue
        const sameAuthor = one.author === author || (isNobody(one.author) && isNobody(author))
        const difference = differenceOf(one.text, text, sameAuthor ? mostOfOne : mostOfTwo)
        if (difference === null) continue
        const match = { place, sameAuthor, sameTitle: lettersOfTitle(title) === one.title, difference }
        const before = best.get(no)
        if (!before || isBetter(match, before)) best.set(no, match)
      }
    },
    found() {
      const places = new Map<number, Printed[]>()
      for (const [no, one] of printed.entries()) {
        const match = best.get(no)
        if (!match) continue
        const there = places.get(match.place)
        if (there) there.push(one)
        else places.set(match.place, [one])
      }
      return places
    },
  }
}

/** Letters that differ, by those of the shorter text; null beyond `most`. */
export function differenceOf(a: string, b: string, most: number): number | null {
  const [lettersA, lettersB] = [Array.from(a), Array.from(b)]
  const shorter = Math.min(lettersA.length, lettersB.length)
  const found = align(lettersA, lettersB, Math.floor(shorter * most))
  return found && found.distance / shorter
}

/** Author and title only decide between texts that are both near enough. */
function isBetter(one: Match, other: Match): boolean {
  if (one.sameAuthor !== other.sameAuthor) return one.sameAuthor
  if (one.difference !== other.difference) return one.difference < other.difference
  if (one.sameTitle !== other.sameTitle) return one.sameTitle
  return one.place < other.place
}
