// Poems of one poet: Cao Cao and Nalan Xingde.
import { join } from 'node:path'
import { bounds } from '@shuxiang/record'
import type { Entry } from '@shuxiang/record/source'
import { collectionOf } from './collections.ts'
import { agent, describe, poemEntry, sourceName, wholeText, type Ground } from './describe.ts'
import { stableId } from './ids.ts'
import { judgedAlone, knownTitles } from './judged.ts'
import { readJson } from './package-folder.ts'
import { periods } from './periods.ts'
import { titled } from './shapes.ts'
import { cleanLine, paragraphs, punctuated } from './text.ts'
import { priorOf } from './worth.ts'

const sets = [
  {
    file: 'caocaoshiji/caocao.json',
    author: '曹操',
    age: 'han',
    period: periods.han,
    collection: 'caocaoshiji',
    form: null,
    standing: 2.5,
  },
  {
    file: 'nalanxingde/纳兰性德诗集.json',
    author: '纳兰性德',
    age: 'qing',
    period: periods.qing,
    collection: 'nalan',
    form: '词',
    standing: 2,
  },
] as const

/** A poem of a collection that has one poet only. */
export interface RawSole {
  readonly set: (typeof sets)[number]['collection']
  readonly author: string
  readonly tune: ''
  readonly title: string
  readonly lines: readonly string[]
  readonly ranks: undefined
}

export async function* rawSmallSets(folder: string, signal: AbortSignal): AsyncIterable<RawSole> {
  for (const { file, collection, author } of sets)
    for (const { title, paragraphs: lines } of await readJson(join(folder, file), titled, signal))
      yield { set: collection, author, tune: '', title, lines, ranks: undefined }
}

export function soleEntry(ground: Ground, { set: name, author, title: printed, lines }: RawSole): Entry {
  const { authors, spelled } = ground
  const set = sets.find(({ collection }) => collection === name) ?? sets[0]
  const found = authors.find(author, set.age)
  const judged = judgedAlone(set.standing, { author, tune: '', title: printed, lines })
  const title = cleanLine(printed, spelled, bounds.title) || '失题'
  return poemEntry(
    () =>
      describe(ground, {
        id: stableId('p', sourceName, name, printed, lines.join('')),
        kind: 'poem',
        title,
        alternativeTitles: [...knownTitles(judged, title)],
        agents: [agent(found)],
        period: set.period,
        collection: collectionOf(name),
        language: 'lzh-Hans',
        form: set.form,
        texts: wholeText(paragraphs(punctuated(lines), 'verse', spelled)),
        prior: priorOf(judged.standing),
      }),
    found.person,
  )
}
