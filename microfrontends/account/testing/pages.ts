/** The page as the portal makes it, with answers by the name of the operation, and records to keep. */
import { pagesOf, type Answers } from '@shuxiang/sdk/testing'
import { account } from '../definition.ts'
import type { Kept } from '../keeping/kept.ts'
import type { KindNamesData } from '../operations.generated.ts'

export const pages = pagesOf(account)

const kindNames: KindNamesData = {
  kinds: [
    { id: 'poem', name: '诗词' },
    { id: 'book', name: '图书' },
  ],
}
export const answers: Answers = { KindNames: { data: kindNames } }

/** A record kept on the n-th of November 2026. */
export const kept = (recordId: string, day: number): Kept => ({
  recordId,
  title: `题名${recordId}`,
  kind: 'poem',
  language: 'lzh-Hans',
  addedAt: new Date(Date.UTC(2026, 10, day)).toISOString(),
})
