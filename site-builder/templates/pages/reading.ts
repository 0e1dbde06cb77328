/** `/reading`: what to begin with, in a few steps, each a shelf. */
import type { PageDoc } from '@shuxiang/site-model'
import { both, page, quotation, section, type TemplateBlock } from '../block.ts'
import { chu, fourBooks, primers, songs, song, tang } from '../shelves.ts'

/** The steps in the order of a template: what its readers come for stands first. */
export type ReadingStep = 'first' | 'songs' | 'scholars' | 'tang-song'

const steps: Readonly<
  Record<ReadingStep, { readonly section: TemplateBlock; readonly blocks: Record<string, TemplateBlock> }>
> = {
  first: {
    section: section(
      both('从启蒙读起', 'Begin at the beginning'),
      both(
        '三字一句、四字一句，旧时孩子识字的读物；大人重读，也有味道。',
        'Lines of three or four characters from which children learned to read; grown-ups find something in them, too.',
      ),
      ['primers'],
      'paper',
    ),
    blocks: { primers: primers({ look: 'list', first: 6 }) },
  },
  songs: {
    section: section(
      both('最早的歌', 'The oldest songs'),
      both(
        '《诗经》三百零五篇，写采摘、行役、相思、祭祀；《楚辞》从屈原开始，有了诗人的名字。',
        'The 305 pieces of the Book of Songs tell of harvest, war service, longing and rites; with the Songs of Chu and Qu Yuan, poets have names.',
      ),
      ['songs', 'chu'],
      'sunken',
    ),
    blocks: { songs: songs({ first: 8 }), chu: chu({ first: 8 }) },
  },
  scholars: {
    section: section(
      both('四书', 'The Four Books'),
      both(
        '《大学》《中庸》《论语》《孟子》，一部一部读，每部都有章节目录。',
        'The Great Learning, the Doctrine of the Mean, the Analects and Mencius, each with its chapters.',
      ),
      ['fourBooks'],
      'paper',
    ),
    blocks: { fourBooks: fourBooks({ title: both('四部书', 'Four books'), look: 'list' }) },
  },
  'tang-song': {
    section: section(
      both('唐诗宋词', 'Tang and Song'),
      both(
        '记得半句也找得到：把记得的字输入检索框就行。',
        'Half a line is enough to find a poem: type what you remember.',
      ),
      ['tang', 'song'],
      'sunken',
    ),
    blocks: { tang: tang({ first: 8 }), song: song({ first: 8 }) },
  },
}

/** Id of the part of the page. */
const partOf = (step: ReadingStep): string => `part-${step}`

/** A template's own order of the steps. */
export function readingPage(order: readonly ReadingStep[]): PageDoc {
  const blocks: Record<string, TemplateBlock> = {
    saying: quotation(
      both(
        '学而时习之，不亦说乎？',
        'To learn, and at due times to practise what one has learned: is that not a pleasure?',
      ),
      both('孔子', 'Confucius'),
      both('《论语·学而》', 'Analects 1.1'),
    ),
  }
  for (const step of order) Object.assign(blocks, steps[step].blocks, { [partOf(step)]: steps[step].section })
  return page(
    both('荐读', 'Reading suggestions'),
    both(
      '从哪里读起：启蒙读物、诗经楚辞、四书、唐诗宋词，全文可读。',
      'Where to begin: primers, the oldest songs, the Four Books, poems of Tang and Song, all in full.',
    ),
    ['saying', ...order.map(partOf)],
    blocks,
  )
}
