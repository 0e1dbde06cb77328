// What stands where nobody has said anything of a site.
import type { FilingsDoc, SiteDoc } from './documents.ts'

/** Its own language first; Chinese and English where nobody chose. */
export const languagesOf = ({ languages }: Pick<SiteDoc, 'languages'>): readonly string[] =>
  languages ?? ['zh-CN', 'en']

/** As they are shown: empty where a site has none. */
export const filingsOf = ({ filings }: Pick<SiteDoc, 'filings'>): FilingsDoc =>
  filings ?? { icp: '', publicSecurity: '' }
