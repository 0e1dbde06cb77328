/** The site tells how the library is reached. */
import { words } from '@shuxiang/vocabulary'
import type { Rule } from '../finding.ts'
import { publicLibraryLaw38 } from '../law.ts'
import { tells } from './told.ts'

export const contact: Rule = {
  name: 'contact',
  find(site) {
    if (!tells(site, { blocks: ['contact'], headings: /联系|地址|\bcontact|how to reach/i }))
      return [
        {
          severity: 'blocks',
          page: null,
          words: words(
            '网站没有说怎样联系本馆。请在“到馆”一类的页面上放一个“联系方式”版块。',
            'The site does not tell how the library is reached. Put a block of contacts on a page about visiting.',
          ),
          article: publicLibraryLaw38,
        },
      ]
    if (site.visiting?.contact !== false) return []
    return [
      {
        severity: 'warns',
        page: null,
        words: words(
          '电话、邮箱和地址都还没有填写。请在工作台的“到馆”里至少填写一项，网站会自己更新。',
          'Neither a telephone number nor an e-mail nor an address is filled in yet. Give at least one under visiting in the console; the site follows by itself.',
        ),
        article: publicLibraryLaw38,
      },
    ]
  },
}
