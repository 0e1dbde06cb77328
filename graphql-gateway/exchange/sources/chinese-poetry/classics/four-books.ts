// The Four Books, each a work with its chapters.
import { join } from 'node:path'
import type { Entry } from '@shuxiang/record/source'
import type { Ground } from '../describe.ts'
import { readJson } from '../package-folder.ts'
import { periods } from '../periods.ts'
import { chapter, chapters } from '../shapes.ts'
import { paragraphs } from '../text.ts'
import { workEntry, type Work } from './work.ts'

type Book = Omit<Work, 'chapters' | 'period' | 'collection'> & { readonly file: string }

const books: readonly Book[] = [
  {
    file: 'lunyu/lunyu.json',
    localId: 'lunyu',
    title: '论语',
    agents: [{ name: '孔子', age: 'xianqin', role: 'attributed' }],
    language: 'lzh-Hans',
    abstract: '孔子及其弟子的言行录，由弟子及再传弟子编成，二十篇。',
    subjects: ['儒家', '经部'],
    worth: 7,
  },
  {
    file: 'sishuwujing/mengzi.json',
    localId: 'mengzi',
    title: '孟子',
    agents: [{ name: '孟子', age: 'xianqin', role: 'attributed' }],
    language: 'lzh-Hant',
    abstract: '孟子及其弟子的言论与事迹，七篇，各分上下。',
    subjects: ['儒家', '经部'],
    worth: 6.5,
  },
  {
    file: 'sishuwujing/daxue.json',
    localId: 'daxue',
    title: '大學',
    agents: [{ name: '曾子', age: 'xianqin', role: 'attributed' }],
    language: 'lzh-Hant',
    abstract: '原为《礼记》中的一篇，南宋朱熹列为四书之首。',
    subjects: ['儒家', '经部'],
    worth: 6,
  },
  {
    file: 'sishuwujing/zhongyong.json',
    localId: 'zhongyong',
    title: '中庸',
    agents: [{ name: '子思', age: 'xianqin', role: 'attributed' }],
    language: 'lzh-Hant',
    abstract: '原为《礼记》中的一篇，相传为子思所作。',
    subjects: ['儒家', '经部'],
    worth: 6,
  },
]

export async function* fourBooks(ground: Ground, signal: AbortSignal): AsyncIterable<Entry> {
  for (const { file, ...book } of books) {
    const read = await readJson(
      join(ground.folder, file),
      chapters.or(chapter.transform((one) => [one])),
      signal,
    )
    yield workEntry(ground, {
      ...book,
      period: periods.xianqin,
      collection: 'sishu',
      chapters: read.map((each) => ({
        title: each.chapter,
        paragraphs: paragraphs(each.paragraphs, 'prose', ground.spelled),
      })),
    })
  }
}
