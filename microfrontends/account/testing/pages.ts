/** The page as the portal makes it, with answers by the name of the operation, and records to keep. */
import { pagesOf, type Answers } from '@shuxiang/sdk/testing'
import { account } from '../definition.ts'
import type { Kept } from '../keeping/kept.ts'
import type { KindNamesData } from '../operations.generated.ts'
// What comes later in a browser is there in a test.
import '../guardian/ChildrenSection.vue'
import '../guardian/ChildShelf.vue'
import '../keeping/bring.ts'
import '../my/HistorySection.vue'
import '../places/NameDialog.vue'
import '../places/PlacesDialog.vue'
import '../profile/AccountView.vue'
import '../searches/SearchesView.vue'

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
