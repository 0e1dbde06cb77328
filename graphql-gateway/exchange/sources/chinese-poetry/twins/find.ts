// Finds works that the package gives more than once, in two passes over it and little memory.
import { fingerprint } from '../fingerprint.ts'
import { isNobody } from '../persons.ts'
import { authorOf, isOfSmall, partsOf, rawPoems, standsInGroup, type RawPoem } from '../raw-poems.ts'
import { foldedClauses, neighbours, sameLetters, sameText, sameWork, type Comparable } from './same-work.ts'

/** One work that the package gives several times. */
export interface Twins {
  /** What the record leaves out, in the order of the package: titles and places of it go to the one that is kept. */
  readonly others: readonly RawPoem[]
  /** All authors under whom the package has the text, the kept one's first; two names of one person are one. */
  readonly authors: readonly string[]
  /** Of several authors, the only one for whom an anthology speaks; null when none or more than one is. */
  readonly sure: string | null
}

/** What the package gives more than once, by place. */
export interface TwinTable {
  /** Of the poem that is kept; null for a poem that is given once. */
  of(place: number): Twins | null
  /** Whether another one is kept in its stead. */
  absorbed(place: number): boolean
  /** Place of the one that is kept of a work; of a poem that is given once its own. */
  keptOf(place: number): number
}

/** First pass: notes of each poem, in the order of the package, by what it may be met again. */
export interface Sightings {
  note(poem: Comparable): void
  /** Places of poems that share one of them with another: some ten thousands. */
  repeated(): ReadonlySet<number>
}

export function sightings(): Sightings {
  const seen: readonly number[][] = [[], [], [], [], []]
  return {
    note(poem) {
      for (const [i, key] of keysOf(poem).entries()) seen[i]?.push(fingerprint(key))
    },
    repeated() {
      const places = new Set<number>()
      // The clauses out of a text are of one kind: the first of one may be the second of another.
      for (const kind of [seen.slice(0, 1), seen.slice(1, 2), seen.slice(2, 3), seen.slice(3)]) {
        const repeated = repeatedIn(kind)
        for (const keys of kind)
          for (const [place, key] of keys.entries()) if (repeated.has(key)) places.add(place)
      }
      return places
    },
  }
}

/**
 * First clause and last clause of an author, both of anybody, and two clauses out of the text: those of the smallest
 * fingerprints, which two texts that share most of their clauses mostly share too (MinHash). Always five.
 */
function keysOf({ author, clauses }: Comparable): readonly string[] {
  const [first = '', last = ''] = [clauses[0], clauses.at(-1)]
  const [one, other] = telling(clauses)
  // A text without such clauses is met by none: its own beginning and end are keys of one kind only once.
  const whole = clauses.join('')
  return [
    `${author} < ${first}`,
    `${author} > ${last}`,
    `${first} … ${last}`,
    one === undefined ? `${author} = ${whole}` : `~ ${one}`,
    other === undefined ? `${author} = ${whole} =` : `~ ${other}`,
  ]
}

/** Letters of a clause that is shared by chance only seldom. */
const tellingClause = 5

/** The two clauses of the smallest fingerprints, smallest first. */
function telling(clauses: readonly string[]): readonly string[] {
  let [one, other] = [Infinity, Infinity]
  let found: readonly string[] = []
  for (const clause of clauses) {
    if (clause.length < tellingClause) continue
    const print = fingerprint(clause)
    if (print < one) {
      found = [clause, ...found.slice(0, 1)]
      ;[one, other] = [print, one]
    } else if (print > one && print < other) {
      found = [...found.slice(0, 1), clause]
      other = print
    }
  }
  return found
}

function repeatedIn(kind: readonly (readonly number[])[]): ReadonlySet<number> {
  const sorted = new Float64Array(kind.reduce((sum, keys) => sum + keys.length, 0))
  for (const [i, keys] of kind.entries()) sorted.set(keys, i * keys.length)
  sorted.sort()
  const repeated = new Set<number>()
  for (let i = 1; i < sorted.length; i++) {
    const key = sorted[i]
    if (key !== undefined && key === sorted[i - 1]) repeated.add(key)
  }
  return repeated
}

/** A poem as far as it is compared with others. */
export function comparableOf(raw: RawPoem): Comparable {
  const { title, lines } = partsOf(raw)
  return {
    author: authorOf(raw),
    title,
    ...('poem' in raw
      ? { stands: `${raw.dynasty} ${raw.poem.title}`, tuneOnly: false }
      : { stands: `${raw.set} ${raw.tune} ${raw.title}`, tuneOnly: raw.title === '' }),
    clauses: foldedClauses(lines),
  }
}

interface Candidate extends Comparable {
  readonly raw: RawPoem
  readonly place: number
  readonly vouched: boolean
}

/** Whether an anthology, or the list of known works, has this very text of this author. */
export type Vouched = (author: string, lines: readonly string[]) => boolean

/** Second pass: reads the poems that were seen twice again, and gathers them to works. */
export async function findTwins(
  folder: string,
  places: ReadonlySet<number>,
  vouched: Vouched,
  signal: AbortSignal,
): Promise<TwinTable> {
  const poems: { raw: RawPoem; place: number }[] = []
  let place = -1
  for await (const raw of rawPoems(folder, signal)) if (places.has(++place)) poems.push({ raw, place })
  return twinsAmong(poems, vouched)
}

/** Compares each poem with those it shares something with. */
export function twinsAmong(
  poems: readonly { readonly raw: RawPoem; readonly place: number }[],
  vouched: Vouched,
): TwinTable {
  const meetings = new Map<string, Candidate[]>()
  for (const { raw, place } of poems) {
    const { author, lines } = partsOf(raw)
    const one: Candidate = { ...comparableOf(raw), raw, place, vouched: vouched(author, lines) }
    for (const key of keysOf(one)) {
      const met = meetings.get(key)
      if (met) met.push(one)
      else meetings.set(key, [one])
    }
  }
  return tableOf(works(meetings.values()))
}

/** Poems gathered to works. Two of one series never come together, by whatever way. */
function works(meetings: Iterable<readonly Candidate[]>): ReadonlySet<readonly Candidate[]> {
  const groups = new Map<number, readonly Candidate[]>()
  for (const met of meetings)
    for (const [i, a] of met.entries())
      for (const b of met.slice(i + 1)) {
        const [one, other] = [groups.get(a.place) ?? [a], groups.get(b.place) ?? [b]]
        if (one === other || !(sameWork(a, b) || sameText(a, b) || sameLetters(a, b))) continue
        if (one.some((x) => other.some((y) => neighbours(x, y)))) continue
        const both = [...one, ...other]
        for (const each of both) groups.set(each.place, both)
      }
  return new Set(groups.values())
}

function tableOf(found: ReadonlySet<readonly Candidate[]>): TwinTable {
  const kept = new Map<number, Twins>()
  const absorbed = new Map<number, number>()
  for (const work of found) {
    const [first, ...others] = [...work].sort(byPreference)
    if (!first) continue
    const authors = distinctAuthors([first, ...others])
    const vouched = authors.filter((author) => work.some((one) => one.vouched && one.author === author))
    kept.set(first.place, {
      others: others.sort((a, b) => a.place - b.place).map(({ raw }) => raw),
      authors,
      sure: vouched.length === 1 ? (vouched[0] ?? null) : null,
    })
    for (const { place } of others) absorbed.set(place, first.place)
  }
  return {
    of: (place) => kept.get(place) ?? null,
    absorbed: (place) => absorbed.has(place),
    keptOf: (place) => absorbed.get(place) ?? place,
  }
}

/**
 * Which one is kept, so that its address stays the same: of a book of its own before the complete works, whom an
 * anthology vouches for, with an author, under the author's own title rather than in a group of songs; then the first.
 */
function byPreference(a: Candidate, b: Candidate): number {
  for (const better of preferences) {
    const difference = Number(better(b)) - Number(better(a))
    if (difference !== 0) return difference
  }
  return a.place - b.place
}

const preferences: readonly ((one: Candidate) => boolean)[] = [
  ({ raw }) => isOfSmall(raw),
  ({ vouched }) => vouched,
  ({ author }) => !isNobody(author),
  ({ raw }) => !standsInGroup(raw),
  ({ title }) => !/^句/u.test(title),
]

/** A copy without an author is no rival claim, and 释智圆 is 智圆. */
function distinctAuthors(work: readonly Candidate[]): readonly string[] {
  const names: string[] = []
  for (const { author } of work)
    if (!isNobody(author) && !names.some((name) => name.includes(author) || author.includes(name)))
      names.push(author)
  return names
}
