// Shelves of a page that show no record, as the last answers had it.
import { openPage } from '@shuxiang/site-blocks'
import type { PageDoc } from '@shuxiang/site-model'
import { dayOf } from '@shuxiang/site-publish'
import type { ServedSite } from './published.ts'

/** What `ShelfRecords` and `ShelfRecord` of the block answer, as far as it is asked here. */
interface ShelfAnswer {
  readonly search?: { readonly edges?: readonly unknown[] } | null
  readonly record?: unknown
}

const isShelfAnswer = (answer: unknown): answer is ShelfAnswer =>
  typeof answer === 'object' && answer !== null

const holds = ({ search, record }: ShelfAnswer): boolean =>
  (search?.edges?.length ?? 0) > 0 || (record !== null && record !== undefined)

/** Ids of blocks. One whose question was never answered is not known to be empty. */
export function emptyShelves(
  doc: PageDoc,
  path: string,
  answers: ServedSite['answers'],
  now: Date,
): readonly string[] {
  return Object.entries(doc.blocks).flatMap(([id, block]) => {
    if (block.type !== 'resource-shelf') return []
    const alone = openPage(
      { ...doc, root: [id], blocks: { [id]: block } },
      { locale: 'zh-CN', today: dayOf(now), now: now.toISOString(), path, parameters: {} },
    )
    if (alone.queries.length === 0) return []
    const answered = alone.queries.map(({ key }) => answers.get(key))
    return answered.every((answer) => isShelfAnswer(answer) && !holds(answer)) ? [id] : []
  })
}
