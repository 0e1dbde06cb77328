// Poems of the complete collections of Tang and Song.
import { basename, join } from 'node:path'
import { bounds } from '@shuxiang/record'
import type { Entry } from '@shuxiang/record/source'
import { collectionOf } from './collections.ts'
import { agent, describe, poemEntry, sourceName, titleOf, wholeText, type Ground } from './describe.ts'
import { formOf } from './form.ts'
import { stableId } from './ids.ts'
import { knownTitles, type Judged } from './judged.ts'
import { mendTitle, mendVerses, titleNotes } from './mend.ts'
import { numberedFiles, readJson } from './package-folder.ts'
import { periods } from './periods.ts'
import { ranks, shi, type Ranks, type Shi } from './shapes.ts'
import { cleanLine } from './text.ts'
import { priorOf } from './worth.ts'

export type Dynasty = 'tang' | 'song'

/** A poem as the package has it, with the hits counted for it. */
export interface RawShi {
  readonly dynasty: Dynasty
  readonly poem: Shi
  readonly ranks: Ranks | undefined
}

/** All poems in the order of the package. Poems without a text are left out. */
export async function* rawShi(folder: string, signal: AbortSignal): AsyncIterable<RawShi> {
  for (const dynasty of ['tang', 'song'] as const) {
    const rankFolder = join(folder, 'rank/poet')
    const rankFiles = new Map(
      (await numberedFiles(rankFolder, `poet.${dynasty}.rank.`)).map((file) => [numberIn(file), file]),
    )
    for (const file of await numberedFiles(join(folder, 'quantangshi'), `poet.${dynasty}.`)) {
      signal.throwIfAborted()
      const rankFile = rankFiles.get(numberIn(file))
      const [poems, counted] = await Promise.all([
        readJson(file, shi, signal),
        rankFile ? readJson(rankFile, ranks, signal) : [],
      ])
      for (const [i, poem] of poems.entries()) {
        if (!poem.paragraphs.some((line) => /\p{Script=Han}/u.test(line))) continue
        const same = counted[i]
        yield { dynasty, poem, ranks: same?.author === poem.author ? same : undefined }
      }
    }
  }
}

/** The number of one of the `numberedFiles`, by which poems and their hits belong together. */
function numberIn(file: string): string {
  return basename(file, '.json').replace(/^.*\./, '')
}

/** Songs of the music bureau stand under the name of their group: `橫吹曲辭 出塞 一`. */
const groups =
  /^(郊廟歌辭|燕射歌辭|鼓吹曲辭|橫吹曲辭|相和歌辭|清商曲辭|舞曲歌辭|琴曲歌辭|雜曲歌辭|近代曲辭|雜歌謠辭|新樂府辭)[ 　]+(?=\S)/

/** Title of a poem without its group. */
export function bareTitle(title: string): string {
  return title.replace(groups, '')
}

export function shiEntry(ground: Ground, { dynasty, poem }: RawShi, judged: Judged): Entry {
  const { authors, spelled } = ground
  const found = authors.find(poem.author, dynasty)
  return poemEntry((tell) => {
    const id = stableId(
      'p',
      sourceName,
      poem.id ?? `${poem.author}\n${poem.title}\n${poem.paragraphs.join('')}`,
    )
    const mended = mendTitle(bareTitle(poem.title))
    const verses = mendVerses(poem.paragraphs, spelled)
    tell([...mended.mendings, ...verses.mendings])
    const whole = mendTitle(poem.title).title || poem.title
    const printed = cleanLine(whole, spelled, bounds.title)
    const text = [...titleNotes(mended.notes, spelled), ...verses.text]
    const title = titleOf(mended.title, verses.text, spelled)
    const tags = (poem.tags ?? []).map((tag) => cleanLine(tag, spelled, 30)).filter((tag) => tag !== '')
    const group = groups.exec(poem.title)?.[1]
    return describe(ground, {
      id,
      kind: 'poem',
      title,
      alternativeTitles: [
        // The printed title stays findable, but for one that is an editor's note: the notes have it.
        ...(printed !== '' && printed !== title && mended.notes.length === 0 ? [printed] : []),
        ...knownTitles(judged, title, printed),
      ],
      agents: [agent(found)],
      period: dynasty === 'tang' ? tangOrLater(found.person?.period) : periods.song,
      collection: collectionOf(dynasty === 'tang' ? 'quantangshi' : 'quansongshi'),
      language: 'lzh-Hant',
      form: formOf(title, poem.paragraphs, tags),
      subjects: [...new Set([...(group ? [group] : []), ...judged.anthologies, ...tags])].slice(0, 20),
      identifiers: poem.id ? [{ scheme: sourceName, value: cleanLine(poem.id, spelled, 100) }] : [],
      texts: wholeText(text),
      prior: priorOf(judged.standing),
    })
  }, found.person)
}

/** The Tang collection holds poets of the Five Dynasties too. */
function tangOrLater(period: { readonly id: string; readonly label: string } | null | undefined) {
  return period?.id === 'wudai' ? periods.wudai : periods.tang
}
