/** Every site says for whom it works and what it keeps of its readers. */
import { words, type Words } from '@shuxiang/vocabulary'
import type { Rule } from '../finding.ts'
import { barrierFreeLaw32, publicLibraryLaw43 } from '../law.ts'
import { tells } from './told.ts'

const statements: readonly { readonly headings: RegExp; readonly words: Words; readonly article: Words }[] = [
  {
    headings: /无障碍|accessib/i,
    words: words(
      '网站没有无障碍说明。请建一页，说明网站对残障读者和老年读者做到了什么、怎样反映问题。',
      'The site has no statement of accessibility. Make a page: what it does for readers with disabilities and old readers, and how they report a problem.',
    ),
    article: barrierFreeLaw32,
  },
  {
    headings: /隐私|个人信息|privacy|personal data/i,
    words: words(
      '网站没有隐私说明。请建一页，说明记录读者的什么、保存多久、怎样删除。',
      'The site has no statement of privacy. Make a page: what is kept of readers, for how long, and how it is deleted.',
    ),
    article: publicLibraryLaw43,
  },
]

export const statementsRule: Rule = {
  name: 'statements',
  find: (site) =>
    statements
      .filter(({ headings }) => !tells(site, { blocks: [], headings }))
      .map(({ words: sentence, article }) => ({ severity: 'warns', page: null, words: sentence, article })),
}
