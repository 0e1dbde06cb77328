// The source `chinese-poetry`: classics, poems, lyrics and arias of the npm package of that name.
import { join } from 'node:path'
import type { Entry, Source } from '@shuxiang/record/source'
import { z } from 'zod'
import { numbered } from '../numbered.ts'
import { readAnthologies } from './anthologies.ts'
import { tuneEntry } from './ci.ts'
import { judgedAlone, type Judged } from './judged.ts'
import { fourBooks } from './classics/four-books.ts'
import { songsAndElegies } from './classics/odes.ts'
import { primers } from './classics/primers.ts'
import { secludedDreams } from './classics/remarks.ts'
import { collections } from './collections.ts'
import { sourceName, type Ground } from './describe.ts'
import { inEnglish } from './english/names.ts'
import { demonstrationHoldings, type HoldingLibrary } from './holdings.ts'
import { packageFolder, readJson } from './package-folder.ts'
import { readAuthors } from './persons.ts'
import { isSole, rawSmall, type RawPoem } from './raw-poems.ts'
import { bestKnown, surveyOf, weighed, type Survey } from './selection.ts'
import { shiEntry } from './shi.ts'
import { soleEntry } from './small-sets.ts'
import type { SpelledOut } from './text.ts'
import type { Twins } from './twins/find.ts'
import { attributed, leadingText } from './twins/lead.ts'
import { mergedEntry } from './twins/merge.ts'
import { witnessedEntry } from './witnesses/entry.ts'
import { readPrinted, type Printed } from './witnesses/printed.ts'

/**
 * How the package is read: 2 has the standing of works, years of periods, and titles and verses set right; 3 has each
 * work once; 4 has other names and years of persons, and the other texts of a work as its witnesses; 5 has
 * the English titles of works that have some; 6 tells who is meant by incomplete names, and one author of a work; 7 has
 * the names of persons that are usual in English, and whom a person was before; 8 has titles of
 * persons apart in pinyin, and English titles of poems in anthologies.
 */
const reading = 8
/** Records of the first part. */
export const firstPart = 20_000
/** Entries of the whole source at version 2.0.1 of the package; an import shows it before it knows better. */
export const wholeSource = 337_556

/**
 * `libraries` get the demonstration holdings; `folder` is the package's data, where it is installed unless told;
 * `first` is how many records the first part has.
 */
export function chinesePoetry(
  libraries: readonly HoldingLibrary[],
  folder: string = packageFolder(),
  first: number = firstPart,
): Source {
  return {
    name: sourceName,
    reading,
    collections,
    count: ({ scope }) => Promise.resolve(scope === 'all' ? wholeSource : first),
    changes: ({ scope, resume, signal }) =>
      numbered(named(entries(folder, libraries, scope === 'all' ? Infinity : first, signal)), resume),
  }
}

async function* named(entries: AsyncIterable<Entry>): AsyncIterable<Entry> {
  for await (const entry of entries) yield inEnglish(entry)
}

async function* entries(
  folder: string,
  libraries: readonly HoldingLibrary[],
  most: number,
  signal: AbortSignal,
): AsyncIterable<Entry> {
  const spelled = await readSpelledOut(folder)
  const authors = await readAuthors(folder, spelled)
  const ground: Ground = { folder, authors, spelled, holdings: demonstrationHoldings(libraries) }
  let given = 0
  for await (const entry of classics(ground, signal)) {
    if (given >= most) return
    given++
    yield entry
  }
  const anthologies = await readAnthologies(folder)
  const survey = await surveyOf(folder, anthologies, await readPrinted(folder), signal)
  for await (const entry of smallCollections(ground, survey, signal)) {
    if (given >= most) return
    given++
    yield entry
  }
  const all = weighed(folder, survey, anthologies, signal)
  const poems = most === Infinity ? all : await bestKnown(all, most - given)
  for await (const poem of poems) {
    signal.throwIfAborted()
    yield workOf(ground, poem.raw, poem, poem.twins, poem.printed)
  }
}

async function* classics(ground: Ground, signal: AbortSignal): AsyncIterable<Entry> {
  yield* fourBooks(ground, signal)
  yield* songsAndElegies(ground, signal)
  yield* primers(ground, signal)
  yield* secludedDreams(ground, signal)
}

/** They are the first of all poems: their numbers are their places. */
async function* smallCollections(
  ground: Ground,
  { twins, printed }: Survey,
  signal: AbortSignal,
): AsyncIterable<Entry> {
  let place = -1
  for await (const raw of rawSmall(ground.folder, signal)) {
    place++
    if (twins.absorbed(place)) continue
    const judged = judgedAlone(raw.set === 'nantang' ? 2.5 : 1.5, raw)
    yield workOf(ground, raw, judged, twins.of(place), printed(place))
  }
}

function workOf(
  ground: Ground,
  raw: RawPoem,
  judged: Judged,
  twins: Twins | null,
  printed: readonly Printed[],
): Entry {
  const entryOf = (each: RawPoem): Entry => {
    if ('poem' in each) return shiEntry(ground, each, judged)
    return isSole(each) ? soleEntry(ground, each) : tuneEntry(ground, each, judged)
  }
  return witnessedEntry(
    twins === null ? entryOf(raw) : togetherOf(raw, twins, printed, entryOf),
    ground,
    printed,
  )
}

function togetherOf(
  raw: RawPoem,
  twins: Twins,
  printed: readonly Printed[],
  entryOf: (each: RawPoem) => Entry,
): Entry {
  const lead = attributed(raw, twins, printed).author
  const leading = leadingText(raw, twins, lead, printed)
  const entries = new Map([raw, ...twins.others].map((one) => [one, entryOf(one)]))
  const kept = entries.get(leading) ?? entryOf(leading)
  const others = [...entries.values()].filter((one) => one !== kept)
  return mergedEntry(kept, others, { authors: twins.authors, lead }, entries.get(raw))
}

/** The table of characters that the package spells as parts; one without a single answer stays spelled. */
async function readSpelledOut(folder: string): Promise<SpelledOut> {
  const table = await readJson(
    join(folder, 'quantangshi/表面结构字.json'),
    z.record(z.string(), z.array(z.object({ font: z.string() }))),
  )
  return new Map(
    Object.entries(table).flatMap(([parts, found]): [string, string][] => {
      const font = found.length === 1 ? found[0]?.font : undefined
      return font ? [[parts, font]] : []
    }),
  )
}
