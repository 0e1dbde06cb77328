// The best known poems of the large collections, chosen in two passes over the package.
import type { Anthologies } from './anthologies.ts'
import { isKnownByWords, knownWork, type KnownWork } from './known-works.ts'
import { authorOf, isOfSmall, partsOf, rawPoems, type RawPoem } from './raw-poems.ts'
import { comparableOf, findTwins, sightings, type Twins, type TwinTable } from './twins/find.ts'
import { attributed } from './twins/lead.ts'
import { matcherOf } from './witnesses/match.ts'
import type { Printed } from './witnesses/printed.ts'
import { baseTitle, standing, worth } from './worth.ts'

/** A poem with what the anthologies and the web say of it. */
export interface Weighed {
  readonly raw: RawPoem
  readonly anthologies: readonly string[]
  /** As `worth` gives it: chooses the first part. */
  readonly worth: number
  /** As `standing` gives it: the order among what is found. */
  readonly standing: number
  /** Set for a work that everybody learns. */
  readonly known: KnownWork | null
  /** Belongs to the first part whatever it is worth: a work that everybody learns, or of a great poet. */
  readonly certain: boolean
  /** Set for a poem that the package gives several times. */
  readonly twins: Twins | null
  /** The same work in anthologies. */
  readonly printed: readonly Printed[]
}

/** Poets of whom everything belongs to the first part, by simplified name. */
const wholePoets = new Set(
  '李白 杜甫 白居易 王维 孟浩然 王昌龄 李商隐 杜牧 李贺 王之涣 苏轼 李清照 辛弃疾 李煜 柳永'.split(' '),
)

/** How often each title stands in the large collections. */
export type TitleCounts = ReadonlyMap<string, number>

/** What must be known of the whole package before its poems are given. */
export interface Survey {
  readonly titles: TitleCounts
  readonly twins: TwinTable
  /** What anthologies have of the poem that is kept at a place. */
  printed(place: number): readonly Printed[]
}

export async function surveyOf(
  folder: string,
  anthologies: Anthologies,
  printed: readonly Printed[],
  signal: AbortSignal,
): Promise<Survey> {
  const titles = new Map<string, number>()
  const seen = sightings()
  const matcher = matcherOf(printed)
  let place = 0
  for await (const raw of rawPoems(folder, signal)) {
    const poem = comparableOf(raw)
    seen.note(poem)
    matcher.note(place++, poem)
    if (isOfSmall(raw)) continue
    const title = titleIn(raw)
    titles.set(title, (titles.get(title) ?? 0) + 1)
  }
  const vouched = (author: string, lines: readonly string[]): boolean =>
    anthologies.holding(author, lines).length > 0 || isKnownByWords(author, lines)
  const twins = await findTwins(folder, seen.repeated(), vouched, signal)
  const found = new Map<number, readonly Printed[]>()
  for (const [at, ones] of matcher.found()) {
    const kept = twins.keptOf(at)
    found.set(kept, [...(found.get(kept) ?? []), ...ones])
  }
  return { titles, twins, printed: (kept) => found.get(kept) ?? [] }
}

/** Every poem of the large collections with its worth, each work once, in the order of the package. */
export async function* weighed(
  folder: string,
  { titles, twins, printed }: Survey,
  anthologies: Anthologies,
  signal: AbortSignal,
): AsyncIterable<Weighed> {
  let place = -1
  for await (const raw of rawPoems(folder, signal)) {
    place++
    if (isOfSmall(raw) || twins.absorbed(place)) continue
    const [of, books] = [twins.of(place), printed(place)]
    const weights = together(raw, of, books, (each) => weigh(each, titles, anthologies))
    yield { ...weights, printed: books }
  }
}

type Weight = Omit<Weighed, 'raw' | 'twins' | 'printed'>

/**
 * What is said of any giving of a work is said of the work. A doubtful author lends it no fame, but keeps its place in
 * the first part: whoever had that giving as a record must have what it went into.
 */
function together(
  raw: RawPoem,
  twins: Twins | null,
  printed: readonly Printed[],
  weightOf: (raw: RawPoem) => Weight,
): Omit<Weighed, 'printed'> {
  const own = weightOf(raw)
  if (twins === null) return { raw, ...own, twins }
  const doubtful = twins.authors.length > 1
  const lead = attributed(raw, twins, printed)
  const sure = lead.sure ? lead.author : null
  const givings = [raw, ...twins.others]
  const counted = givings.filter((each) => !doubtful || authorOf(each) === sure)
  const all = counted.length > 0 ? counted.map(weightOf) : [own]
  return {
    raw,
    anthologies: [...new Set(all.flatMap((each) => each.anthologies))],
    worth: Math.max(...givings.map((each) => weightOf(each).worth)),
    standing: Math.max(...all.map((each) => each.standing)),
    known: all.find((each) => each.known !== null)?.known ?? null,
    certain: givings.some((each) => weightOf(each).certain),
    twins,
  }
}

function weigh(raw: RawPoem, titles: TitleCounts, anthologies: Anthologies): Weight {
  const { author, title: own, lines, tags } = partsOf(raw)
  const held = anthologies.holding(author, lines)
  const title = titleIn(raw)
  const known = knownWork(author, own, lines)
  const weight = worth({
    ranks: raw.ranks,
    title,
    sameTitle: titles.get(title) ?? 1,
    subjects: tags,
    anthology: held.length > 0,
    knownAuthor: anthologies.knows(author),
  })
  return {
    anthologies: held,
    worth: weight,
    standing: standing({
      worth: weight,
      anthologies: held.length,
      tags,
      chosenOfAuthor: anthologies.chosen(author),
      known: known !== null,
    }),
    known,
    certain: known !== null || wholePoets.has(authorOf(raw)),
  }
}

/** The `limit` best known poems, those that everybody learns and those of the great poets; best known first. */
export async function bestKnown(poems: AsyncIterable<Weighed>, limit: number): Promise<readonly Weighed[]> {
  let kept: { readonly poem: Weighed; readonly weight: number; readonly order: number }[] = []
  let order = 0
  const cut = (): void => {
    kept.sort((a, b) => b.weight - a.weight || a.order - b.order)
    kept = kept.slice(0, limit)
  }
  for await (const poem of poems) {
    kept.push({ poem, weight: poem.worth + (poem.certain ? 100 : 0), order: order++ })
    if (kept.length >= limit * 3) cut()
  }
  cut()
  return kept.sort((a, b) => b.poem.standing - a.poem.standing || a.order - b.order).map(({ poem }) => poem)
}

/** Under which name a poem is counted: its tune goes before its own title. */
function titleIn(raw: RawPoem): string {
  return 'poem' in raw ? baseTitle(partsOf(raw).title) : raw.tune || raw.title
}
