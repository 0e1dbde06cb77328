// The best known poems of the large collections, chosen in two passes over the package.
import type { Anthologies } from './anthologies.ts'
import { rawArias, rawSongLyrics, type RawTune } from './ci.ts'
import { knownWork, type KnownWork } from './known-works.ts'
import { bareTitle, rawShi, type RawShi } from './shi.ts'
import { simplified } from './simplified.ts'
import { baseTitle, standing, worth } from './worth.ts'

export type RawPoem = RawShi | RawTune

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
}

/** Poets of whom everything belongs to the first part, by simplified name. */
const wholePoets = new Set(
  '李白 杜甫 白居易 王维 孟浩然 王昌龄 李商隐 杜牧 李贺 王之涣 苏轼 李清照 辛弃疾 李煜 柳永'.split(' '),
)

/** How often each title stands in the large collections. */
export type TitleCounts = ReadonlyMap<string, number>

export async function countTitles(folder: string, signal: AbortSignal): Promise<TitleCounts> {
  const counts = new Map<string, number>()
  for await (const raw of rawPoems(folder, signal)) {
    const title = titleIn(raw)
    counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  return counts
}

/** Every poem of the large collections with its worth, each text of an author once, in the order of the package. */
export async function* weighed(
  folder: string,
  counts: TitleCounts,
  anthologies: Anthologies,
  signal: AbortSignal,
): AsyncIterable<Weighed> {
  const seen = new Set<number>()
  for await (const raw of rawPoems(folder, signal)) {
    const { author, lines, tags } = partsOf(raw)
    const key = fingerprint(`${author}\n${lines.join('')}`)
    if (seen.has(key)) continue
    seen.add(key)
    const held = anthologies.holding(author, lines)
    const title = titleIn(raw)
    const known = knownWork(author, 'poem' in raw ? bareTitle(raw.poem.title) : raw.title || raw.tune, lines)
    const weight = worth({
      ranks: raw.ranks,
      title,
      sameTitle: counts.get(title) ?? 1,
      subjects: tags,
      anthology: held.length > 0,
      knownAuthor: anthologies.knows(author),
    })
    yield {
      raw,
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
    }
  }
}

/** The `limit` best known poems, those that everybody learns and those of the great poets; best known first. */
export async function bestKnown(poems: AsyncIterable<Weighed>, limit: number): Promise<readonly Weighed[]> {
  let kept: { readonly poem: Weighed; readonly weight: number; readonly order: number }[] = []
  const whole = new Map<string, boolean>()
  let order = 0
  const cut = (): void => {
    kept.sort((a, b) => b.weight - a.weight || a.order - b.order)
    kept = kept.slice(0, limit)
  }
  for await (const poem of poems) {
    const { author } = partsOf(poem.raw)
    let great = whole.get(author)
    if (great === undefined) whole.set(author, (great = wholePoets.has(simplified(author))))
    kept.push({ poem, weight: poem.worth + (great || poem.known ? 100 : 0), order: order++ })
    if (kept.length >= limit * 3) cut()
  }
  cut()
  return kept.sort((a, b) => b.poem.standing - a.poem.standing || a.order - b.order).map(({ poem }) => poem)
}

async function* rawPoems(folder: string, signal: AbortSignal): AsyncIterable<RawPoem> {
  yield* rawShi(folder, signal)
  yield* rawSongLyrics(folder, signal)
  yield* rawArias(folder, signal)
}

function partsOf(raw: RawPoem): { author: string; lines: readonly string[]; tags: readonly string[] } {
  return 'poem' in raw
    ? { author: raw.poem.author, lines: raw.poem.paragraphs, tags: raw.poem.tags ?? [] }
    : { author: raw.author, lines: raw.lines, tags: [] }
}

function titleIn(raw: RawPoem): string {
  return 'poem' in raw ? baseTitle(bareTitle(raw.poem.title)) : raw.tune || raw.title
}

/** 53 bits (cyrb53), enough to tell 350,000 texts apart: one false match in 150,000 such sets. */
function fingerprint(text: string): number {
  let h1 = 0xdeadbeef
  let h2 = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    h1 = Math.imul(h1 ^ unit, 2654435761)
    h2 = Math.imul(h2 ^ unit, 1597334677)
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
  return 4294967296 * (2097151 & h2) + (h1 >>> 0)
}
