/** The site tells when the library is open. */
import { words } from '@shuxiang/vocabulary'
import type { Rule } from '../finding.ts'
import { publicLibraryLaw38 } from '../law.ts'
import { tells } from './told.ts'

export const openingHours: Rule = {
  name: 'opening-hours',
  find(site) {
    if (!tells(site, { blocks: ['opening-hours'], headings: /开放时间|开馆时间|opening hours/i }))
      return [
        {
          severity: 'blocks',
          page: null,
          words: words(
            '网站没有公布开放时间。请在“到馆”一类的页面上放一个“开放时间”版块。',
            'The site does not tell the opening hours. Put a block of opening hours on a page about visiting.',
          ),
          article: publicLibraryLaw38,
        },
      ]
    if (site.visiting?.hours !== false) return []
    return [
      {
        severity: 'warns',
        page: null,
        words: words(
          '开放时间还没有填写，页面上暂时只写着“请向本馆询问”。请在工作台的“到馆”里填写，网站会自己更新。',
          'The opening hours are not filled in yet. Fill them in under visiting in the console; the site follows by itself.',
        ),
        article: publicLibraryLaw38,
      },
    ]
  },
}
