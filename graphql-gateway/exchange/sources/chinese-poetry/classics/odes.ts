// The Book of Songs and the Elegies of Chu: a work with chapters each, and every poem a record of its own, because
// readers look for 关雎 and for 诗经 alike.
import { join } from 'node:path'
import { bounds } from '@shuxiang/record'
import type { Entry } from '@shuxiang/record/source'
import { collectionOf } from '../collections.ts'
import { agent, describe, poemEntry, sourceName, wholeText, type Ground } from '../describe.ts'
import { stableId } from '../ids.ts'
import { judgedAlone } from '../judged.ts'
import { readJson } from '../package-folder.ts'
import { periods } from '../periods.ts'
import { elegies, odes } from '../shapes.ts'
import { cleanLine, paragraphs, type Paragraph } from '../text.ts'
import { priorOf } from '../worth.ts'
import { workEntry } from './work.ts'

interface Poem {
  readonly title: string
  readonly author: string
  readonly subjects: readonly string[]
  readonly text: readonly Paragraph[]
}

/** Poets of the Elegies who lived under the Han; the others are older. */
const hanPoets = new Set(['贾谊', '淮南小山', '东方朔', '庄忌', '王褒', '刘向', '王逸'])

export async function* songsAndElegies(ground: Ground, signal: AbortSignal): AsyncIterable<Entry> {
  const { folder, spelled } = ground
  const songs = (await readJson(join(folder, 'shijing/shijing.json'), odes, signal)).map(
    ({ title, chapter, section, content }): Poem => ({
      title: `${section}·${title}`,
      author: '',
      subjects: [chapter, section],
      text: paragraphs(content, 'verse', spelled),
    }),
  )
  yield workEntry(ground, {
    localId: 'shijing',
    title: '诗经',
    agents: [],
    period: periods.xianqin,
    collection: 'shijing',
    language: 'lzh-Hans',
    abstract: '中国最早的诗歌总集，收西周初年至春秋中叶的诗三百零五篇，分风、雅、颂三部分。',
    subjects: ['经部', '诗歌总集'],
    worth: 7,
    chapters: songs.map(({ title, text }) => ({ title, paragraphs: text })),
  })
  const chu = (await readJson(join(folder, 'chuci/chuci.json'), elegies, signal)).map(
    ({ title, section, author, content }): Poem => ({
      title: section === title ? title : `${section}·${title}`,
      author,
      subjects: ['楚辞', section],
      text: paragraphs(content, 'verse', spelled),
    }),
  )
  yield workEntry(ground, {
    localId: 'chuci',
    title: '楚辞',
    agents: [
      { name: '屈原', age: 'xianqin', role: 'author' },
      { name: '宋玉', age: 'xianqin', role: 'author' },
    ],
    period: periods.xianqin,
    collection: 'chuci',
    language: 'lzh-Hans',
    abstract: '屈原、宋玉及汉代诸家辞赋的总集。',
    subjects: ['集部', '辞赋'],
    worth: 6.5,
    chapters: chu.map(({ title, text }) => ({ title, paragraphs: text })),
  })
  for (const song of songs) yield single(ground, song, 'shijing', 2.5)
  for (const elegy of chu) yield single(ground, elegy, 'chuci', 2.5)
}

/** `国风·周南·关雎` -> 关雎. */
function shortTitle(title: string): string {
  return title.slice(title.lastIndexOf('·') + 1)
}

function single(ground: Ground, poem: Poem, collection: string, standing: number): Entry {
  const { spelled, authors } = ground
  const han = hanPoets.has(poem.author)
  const found = authors.find(poem.author, han ? 'han' : 'xianqin')
  const judged = judgedAlone(standing, {
    author: poem.author || '佚名',
    tune: '',
    title: shortTitle(poem.title),
    lines: poem.text.map(({ text }) => text),
  })
  return poemEntry(() => {
    const full = cleanLine(poem.title, spelled, bounds.title)
    const short = shortTitle(full)
    return describe(ground, {
      id: stableId('p', sourceName, collection, poem.title, ...poem.text.slice(0, 1).map(({ text }) => text)),
      kind: 'poem',
      title: collection === 'shijing' ? short : full,
      alternativeTitles: full === short ? [] : [collection === 'shijing' ? full : short],
      agents: [agent(found)],
      period: han ? periods.han : periods.xianqin,
      collection: collectionOf(collection),
      language: 'lzh-Hans',
      subjects: [...new Set(poem.subjects)],
      texts: wholeText(poem.text),
      prior: priorOf(judged.standing),
    })
  }, found.person)
}
