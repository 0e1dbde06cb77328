// Shadows of Secluded Dreams: short remarks with what friends wrote beside them.
import { join } from 'node:path'
import type { Entry } from '@shuxiang/record/source'
import type { Ground } from '../describe.ts'
import { readJson } from '../package-folder.ts'
import { periods } from '../periods.ts'
import { remarks } from '../shapes.ts'
import { paragraphs } from '../text.ts'
import { workEntry, type Chapter } from './work.ts'

/** Remarks in one chapter: enough for one sitting. */
const perChapter = 20

export async function* secludedDreams(ground: Ground, signal: AbortSignal): AsyncIterable<Entry> {
  const all = await readJson(join(ground.folder, 'youmengying/youmengying.json'), remarks, signal)
  const chapters: Chapter[] = []
  for (let i = 0; i < all.length; i += perChapter) {
    const some = all.slice(i, i + perChapter)
    chapters.push({
      title: `第${i + 1}则至第${i + some.length}则`,
      paragraphs: some.flatMap(({ content, comment = [] }) => [
        ...paragraphs([content], 'prose', ground.spelled),
        ...paragraphs(comment, 'note', ground.spelled),
      ]),
    })
  }
  yield workEntry(ground, {
    localId: 'youmengying',
    title: '幽梦影',
    agents: [{ name: '张潮', age: 'qing', role: 'author' }],
    period: periods.qing,
    collection: 'xiaopin',
    language: 'lzh-Hans',
    abstract: '清人张潮的格言小品，二百余则，附友人评语。',
    subjects: ['小品'],
    worth: 4.5,
    chapters,
  })
}
