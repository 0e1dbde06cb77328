// Record.chapter and Chapter
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { chapterOf } from '../../store/read.ts'
import type { ChapterResolvers, RecordResolvers } from '../../schema/types.generated.ts'
import { otherScriptOf } from './other-script.ts'

/** A chapter stands in the table of contents by its title, so a text without one is none that can be shown. */
class UntitledChapter extends Error {
  override readonly name = 'UntitledChapter'
  constructor(recordId: string, n: number) {
    super(`Chapter ${n} of ${recordId} has no title in the store: import the record again.`)
  }
}

export const chapter = fieldOf<RecordDoc, RecordResolvers['chapter']>()(
  ['_id', 'withdrawn', 'language'],
  async ({ _id, withdrawn, language }, { n }, context) => {
    const found = withdrawn || n < 1 ? null : await chapterOf(context, _id, n)
    if (!found) return null
    const { title, paragraphs } = found
    if (title === null) throw new UntitledChapter(_id, n)
    return { n, title, paragraphs, language }
  },
)

export const otherScriptOfChapter: ChapterResolvers['otherScript'] = ({ title, paragraphs, language }) =>
  otherScriptOf([title, ...paragraphs.map(({ text }) => text)], language)
