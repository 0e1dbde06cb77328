// Song lyrics, and arias of the Yuan: poems that go by their tune.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { bounds } from '@shuxiang/record'
import type { Entry } from '@shuxiang/record/source'
import { collectionOf } from './collections.ts'
import { agent, describe, poemEntry, sourceName, wholeText, type Ground } from './describe.ts'
import { stableId } from './ids.ts'
import { knownTitles, type Judged } from './judged.ts'
import { mendVerses } from './mend.ts'
import { numberedFiles, readJson } from './package-folder.ts'
import { lyricAuthor } from './people/incomplete.ts'
import { periods, type Period } from './periods.ts'
import type { Age } from './persons.ts'
import { ci, ranks, titled, type Ranks } from './shapes.ts'
import { cleanLine, clauses } from './text.ts'
import { priorOf } from './worth.ts'

/** A poem that goes by its tune. `title` is empty when there is only the tune. */
export interface RawTune {
  readonly set: 'quansongci' | 'yuanqu' | 'huajianji' | 'nantang'
  readonly author: string
  /** As the package prints the author, where that is another name: the id of the record is made of it. */
  readonly printedAuthor?: string
  readonly tune: string
  readonly title: string
  readonly lines: readonly string[]
  readonly ranks: Ranks | undefined
}

interface SetRules {
  readonly form: string
  readonly age: Age
  readonly period: Period
}

const sets: Readonly<Record<RawTune['set'], SetRules>> = {
  quansongci: { form: '词', age: 'song', period: periods.song },
  yuanqu: { form: '曲', age: 'yuan', period: periods.yuan },
  huajianji: { form: '词', age: 'tang', period: periods.wudai },
  nantang: { form: '词', age: 'tang', period: periods.wudai },
}

/** The complete Song lyrics, in the order of the package. */
export async function* rawSongLyrics(folder: string, signal: AbortSignal): AsyncIterable<RawTune> {
  const files = await numberedFiles(join(folder, 'songci'), 'ci.song.')
  for (const file of [...files, join(folder, 'songci/ci.song.2019y.json')]) {
    signal.throwIfAborted()
    const [poems, counted] = await Promise.all([
      readJson(file, ci, signal),
      readJson(file.replace(/songci(.)ci\.song\./, 'rank$1ci$1ci.song.rank.'), ranks, signal),
    ])
    for (const [i, { author: printed, rhythmic, paragraphs: lines }] of poems.entries()) {
      const same = counted[i]
      const author = lyricAuthor(printed, lines)
      yield {
        set: 'quansongci',
        author,
        ...(author === printed ? {} : { printedAuthor: printed }),
        tune: rhythmic,
        title: '',
        lines,
        ranks: same?.author === printed ? same : undefined,
      }
    }
  }
}

/** Arias and songs of the Yuan. */
export async function* rawArias(folder: string, signal: AbortSignal): AsyncIterable<RawTune> {
  for (const poem of await readJson(join(folder, 'yuanqu/yuanqu.json'), titled, signal))
    yield {
      set: 'yuanqu',
      author: poem.author,
      tune: '',
      title: poem.title.replaceAll('・', '·'),
      lines: poem.paragraphs,
      ranks: undefined,
    }
}

/** Lyrics of the Five Dynasties: the anthology Among the Flowers and the two rulers of Southern Tang. */
export async function* rawEarlyLyrics(folder: string, signal: AbortSignal): AsyncIterable<RawTune> {
  const flowers = join(folder, 'wudaishici/huajianji')
  const books = (await readdir(flowers)).filter((name) => name.endsWith('-juan.json')).sort()
  const files = [
    ...books.map((name) => ['huajianji', join(flowers, name)] as const),
    ['nantang', join(folder, 'wudaishici/nantang/poetrys.json')] as const,
  ]
  for (const [set, file] of files)
    for (const poem of await readJson(file, ci, signal))
      yield {
        set,
        author: poem.author,
        tune: poem.rhythmic,
        title: '',
        lines: poem.paragraphs.map((line) => line.replace(/\[\d+\]/g, '')),
        ranks: undefined,
      }
}

/** A lyric goes by its tune and its first clause: 水调歌头·明月几时有. */
export function tuneEntry(
  ground: Ground,
  { set, author, printedAuthor = author, tune, title, lines }: RawTune,
  judged: Judged,
): Entry {
  const { authors, spelled } = ground
  const { form, age, period } = sets[set]
  const found = authors.find(author, age)
  return poemEntry((tell) => {
    const bareTune = cleanLine(tune, spelled, 60)
    const verses = mendVerses(lines, spelled)
    tell(verses.mendings)
    const [opening = '', second = ''] = clauses(lines).map((clause) => clause.slice(0, 20))
    // A lyric that begins with the name of its tune is told from the others by what follows.
    const first = opening === bareTune && second !== '' ? second : opening
    if (first !== opening) tell(['title: said twice, said once'])
    const named = cleanLine(title, spelled, bounds.title)
    const shown =
      named || (bareTune.includes('·') || first === '' ? bareTune : `${bareTune}·${first}`) || '失题'
    return describe(ground, {
      id: stableId('p', sourceName, set, printedAuthor, tune, title, lines.join('')),
      kind: 'poem',
      title: shown,
      alternativeTitles: [...knownTitles(judged, shown, bareTune)],
      agents: [agent(found)],
      period,
      collection: collectionOf(set),
      language: 'lzh-Hans',
      form,
      subjects: [...new Set([...(bareTune === '' ? [] : [bareTune]), ...judged.anthologies])],
      texts: wholeText(verses.text),
      prior: priorOf(judged.standing),
    })
  }, found.person)
}
