// Poems of one poet: Cao Cao and Nalan Xingde.
import { join } from 'node:path'
import { bounds } from '@shuxiang/subgraph-catalogue/content'
import type { Entry } from '../../source.ts'
import { collectionOf } from './collections.ts'
import { creator, describe, poemEntry, sourceName, type Ground } from './describe.ts'
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

export async function* smallSets(ground: Ground, signal: AbortSignal): AsyncIterable<Entry> {
  const { folder, authors, spelled } = ground
  for (const set of sets) {
    const found = authors.find(set.author, set.age)
    for (const poem of await readJson(join(folder, set.file), titled, signal)) {
      const judged = judgedAlone(set.standing, {
        author: set.author,
        tune: '',
        title: poem.title,
        lines: poem.paragraphs,
      })
      const title = cleanLine(poem.title, spelled, bounds.title) || '失题'
      yield poemEntry(
        () =>
          describe(ground, {
            id: stableId('p', sourceName, set.collection, poem.title, poem.paragraphs.join('')),
            kind: 'poem',
            title,
            alternativeTitles: [...knownTitles(judged, title)],
            creators: [creator(found)],
            period: set.period,
            collection: collectionOf(set.collection),
            language: 'lzh-Hans',
            form: set.form,
            text: [...paragraphs(punctuated(poem.paragraphs), 'verse', spelled)],
            prior: priorOf(judged.standing),
          }),
        found.person,
      )
    }
  }
}
