// What a library's site begins with. Types only.
import type { SiteDoc } from './documents.ts'

/** What a new site begins with. */
export interface NewSite extends Pick<SiteDoc, 'names' | 'seal' | 'theme' | 'menu' | 'template'> {
  /** Code of the library. */
  readonly code: string
  /** Builder documents as JSON, by path. */
  readonly pages: ReadonlyMap<string, string>
}
