// All poems that become records, as the package gives them, each with its place.
import { rawArias, rawEarlyLyrics, rawSongLyrics, type RawTune } from './ci.ts'
import { writtenName } from './persons.ts'
import { bareTitle, rawShi, type RawShi } from './shi.ts'
import { rawSmallSets, type RawSole } from './small-sets.ts'

export type RawPoem = RawShi | RawTune | RawSole

/** Every poem in the same order every time: its place is its number in this order. Small collections come first. */
export async function* rawPoems(folder: string, signal: AbortSignal): AsyncIterable<RawPoem> {
  yield* rawSmall(folder, signal)
  yield* rawShi(folder, signal)
  yield* rawSongLyrics(folder, signal)
  yield* rawArias(folder, signal)
}

/** Collections that are taken whole, whatever a poem is worth. */
export async function* rawSmall(folder: string, signal: AbortSignal): AsyncIterable<RawTune | RawSole> {
  yield* rawSmallSets(folder, signal)
  yield* rawEarlyLyrics(folder, signal)
}

/** Whether a poem stands in a collection that is taken whole. */
export function isOfSmall(raw: RawPoem): boolean {
  return 'set' in raw && raw.set !== 'quansongci' && raw.set !== 'yuanqu'
}

export function isSole(raw: RawTune | RawSole): raw is RawSole {
  return raw.set === 'nalan' || raw.set === 'caocaoshiji'
}

/** Whether a song stands under a group of the music bureau: its author's own works mostly have it once more. */
export function standsInGroup(raw: RawPoem): boolean {
  return 'poem' in raw && bareTitle(raw.poem.title) !== raw.poem.title
}

/** What both shapes of poems have. */
export interface PoemParts {
  readonly author: string
  /** The poem's own, without the group it stands in; its tune when it has none. */
  readonly title: string
  readonly lines: readonly string[]
  readonly tags: readonly string[]
}

export function partsOf(raw: RawPoem): PoemParts {
  return 'poem' in raw
    ? {
        author: raw.poem.author,
        title: bareTitle(raw.poem.title),
        lines: raw.poem.paragraphs,
        tags: raw.poem.tags ?? [],
      }
    : { author: raw.author, title: raw.title || raw.tune, lines: raw.lines, tags: [] }
}

/** The author by one name in all collections. */
export function authorOf(raw: RawPoem): string {
  return writtenName('poem' in raw ? raw.poem.author : raw.author)
}
