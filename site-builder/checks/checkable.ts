/** What rules look at. */
import type { ReadPage } from './read-page.ts'
import type { CheckedSite } from './site.ts'

/** A site with its pages read. */
export interface Checkable extends CheckedSite {
  readonly read: readonly ReadPage[]
}
