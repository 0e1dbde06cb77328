// Record.export
import type { Kinds, RecordContent } from '@shuxiang/record'
import { badInput, fieldOf } from '@shuxiang/subgraph-kit'
import type { CitedChapter } from '../../export/index.ts'
import type { RecordDoc } from '../../model/record.ts'
import { isDay } from '../day.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

/** All of the kernel but former ids: a kind may export any of it. */
const exportedFields = [
  '_id',
  'kind',
  'title',
  'alternativeTitles',
  'parallelTitles',
  'agents',
  'dates',
  'period',
  'collection',
  'identifiers',
  'subjects',
  'places',
  'language',
  'form',
  'abstract',
  'relations',
  'rights',
  'access',
  'source',
  'contents',
  'opening',
  'scopes',
  'prior',
  'details',
  'updatedAt',
  'withdrawn',
] as const satisfies readonly (keyof RecordDoc)[]

/** `origin` of the portal, such as `https://example.org`, for addresses in the export; empty when unknown. */
export const exported = (kinds: Kinds, origin: string) =>
  fieldOf<RecordDoc, RecordResolvers['export']>()(
    exportedFields,
    async ({ _id, withdrawn, ...doc }, { format, chapter = null, accessed = null }) => {
      if (accessed !== null && !isDay(accessed)) throw badInput('accessed: give a day as YYYY-MM-DD.')
      if (withdrawn) return ''
      const record = { id: _id, ...doc }
      const cited = {
        record,
        kind: kinds.of(doc.kind),
        chapter: chapterOf(record, chapter),
        origin,
        accessed,
      }
      // The gateway starts without them: most pages export nothing.
      const { formats } = await import('../../export/index.ts')
      return formats[format](cited)
    },
  )

function chapterOf({ contents }: Pick<RecordContent, 'contents'>, n: number | null): CitedChapter | null {
  if (n === null) return null
  const found = contents.find((chapter) => chapter.n === n)
  if (found) return found
  throw badInput(
    contents.length > 0
      ? `chapter: the record has chapters 1 to ${contents.length}.`
      : 'chapter: the record has no chapters; leave the argument out.',
  )
}
