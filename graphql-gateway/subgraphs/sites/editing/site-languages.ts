// In which languages the pages of a site are written.
import type { SiteDoc } from '../store/documents.ts'

/** Its own first; Chinese and English where nobody chose. */
export const languagesOf = ({ languages }: Pick<SiteDoc, 'languages'>): readonly string[] =>
  languages ?? ['zh-CN', 'en']
