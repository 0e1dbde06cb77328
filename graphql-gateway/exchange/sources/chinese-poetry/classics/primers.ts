// Primers: what children learned to read from, each a work with its chapters.
import type { Entry } from '@shuxiang/record/source'
import type { Ground } from '../describe.ts'
import { chapterTitle } from '../mend.ts'
import { periods } from '../periods.ts'
import type { Primer } from '../shapes.ts'
import { paragraphs, type Paragraph, type SpelledOut } from '../text.ts'
import { readPrimer } from './converted.ts'
import { workEntry, type Chapter, type Work } from './work.ts'

type Rules = Pick<Work, 'title' | 'agents' | 'period' | 'worth'> &
  Partial<Pick<Work, 'year' | 'abstract'>> & { readonly verse: boolean }

/** By file name; authors, ages and years as the prefaces of the books state them. */
const rules: Readonly<Record<string, Rules>> = {
  'sanzijing-traditional': {
    title: '三字經（傳統版）',
    agents: [{ name: '王應麟', age: 'song', role: 'attributed' }],
    period: periods.song,
    worth: 5.5,
    verse: true,
  },
  'sanzijing-new': {
    title: '三字經（新版）',
    agents: [{ name: '王應麟', age: 'song', role: 'attributed' }],
    period: periods.song,
    worth: 5,
    verse: true,
  },
  baijiaxing: { title: '百家姓', agents: [], period: periods.song, worth: 5.5, verse: true },
  qianziwen: {
    title: '千字文',
    agents: [{ name: '周興嗣', age: 'nanbeichao', role: 'author' }],
    period: periods.nanbeichao,
    worth: 5.5,
    verse: true,
  },
  dizigui: {
    title: '弟子規',
    agents: [{ name: '李毓秀', age: 'qing', role: 'author' }],
    period: periods.qing,
    worth: 5,
    verse: true,
  },
  qianjiashi: {
    title: '千家詩',
    agents: [
      { name: '謝枋得', age: 'song', role: 'editor' },
      { name: '王相', age: 'ming', role: 'commentator' },
    ],
    period: periods.ming,
    worth: 5,
    verse: true,
  },
  tangshisanbaishou: {
    title: '唐詩三百首',
    agents: [{ name: '蘅塘退士', age: 'qing', role: 'editor' }],
    period: periods.qing,
    year: 1763,
    abstract: '清乾隆二十八年（1763）蘅塘退士孙洙编选，分体收唐诗三百余首。',
    worth: 6.5,
    verse: true,
  },
  guwenguanzhi: {
    title: '古文觀止',
    agents: [
      { name: '吳楚材', age: 'qing', role: 'editor' },
      { name: '吳調侯', age: 'qing', role: 'editor' },
    ],
    period: periods.qing,
    year: 1694,
    worth: 6,
    verse: false,
  },
  shenglvqimeng: {
    title: '聲律啓蒙',
    agents: [{ name: '車萬育', age: 'qing', role: 'author' }],
    period: periods.qing,
    worth: 4.5,
    verse: false,
  },
  youxueqionglin: {
    title: '幼學瓊林',
    agents: [{ name: '程登吉', age: 'ming', role: 'author' }],
    period: periods.ming,
    worth: 4.5,
    verse: false,
  },
  zengguangxianwen: { title: '增廣賢文', agents: [], period: periods.ming, worth: 5, verse: true },
  zhuzijiaxun: {
    title: '朱子家訓',
    agents: [{ name: '朱柏廬', age: 'qing', role: 'author' }],
    period: periods.qing,
    worth: 4.5,
    verse: false,
  },
  wenzimengqiu: {
    title: '文字蒙求',
    agents: [{ name: '王筠', age: 'qing', role: 'author' }],
    period: periods.qing,
    worth: 3,
    verse: false,
  },
}

export async function* primers(ground: Ground, signal: AbortSignal): AsyncIterable<Entry> {
  for (const [name, { verse, ...work }] of Object.entries(rules)) {
    const book = await readPrimer(ground.folder, name, signal)
    const summary = [book.abstract ?? []].flat().join('')
    yield workEntry(ground, {
      localId: name,
      collection: 'mengxue',
      language: 'lzh-Hant',
      subjects: ['蒙学'],
      ...(summary === '' ? {} : { abstract: summary }),
      ...work,
      chapters: chaptersOf(book, verse ? 'verse' : 'prose', ground.spelled),
    })
  }
}

function chaptersOf(book: Primer, kind: Paragraph['kind'], spelled: SpelledOut): Chapter[] {
  const lines = (texts: readonly string[]) => paragraphs(texts, kind, spelled)
  const chapters: Chapter[] = []
  if (book.preface) chapters.push({ title: '序', paragraphs: paragraphs(book.preface, 'preface', spelled) })
  if (book.paragraphs) chapters.push({ title: book.title, paragraphs: lines(book.paragraphs) })
  for (const group of book.content ?? []) {
    if (!('content' in group)) {
      const title = 'chapter' in group ? group.chapter : group.title
      chapters.push({ title, paragraphs: lines(group.paragraphs) })
      continue
    }
    for (const piece of group.content) {
      const { title, others } = chapterTitle(piece.chapter, piece.subchapter)
      chapters.push({
        title,
        mendings: others.length > 0 ? ['chapter: other titles moved to a note'] : [],
        ...(piece.author ? { creator: piece.author } : {}),
        section: 'type' in group ? group.type : group.title,
        // Who wrote a chosen piece stands above it, small.
        paragraphs: [
          ...paragraphs(piece.author ? [piece.author] : [], 'note', spelled),
          ...lines(piece.paragraphs),
          ...paragraphs(others.length > 0 ? [`又題：${others.join('、')}`] : [], 'note', spelled),
        ],
      })
    }
  }
  return chapters
}
