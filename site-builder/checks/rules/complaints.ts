/** The site tells where one complains. */
import { words } from '@shuxiang/vocabulary'
import type { Rule } from '../finding.ts'
import { publicLibraryLaw42 } from '../law.ts'
import { tells } from './told.ts'

export const complaints: Rule = {
  name: 'complaints',
  find: (site) =>
    tells(site, { blocks: ['feedback'], headings: /投诉|意见|反馈|complain|feedback/i })
      ? []
      : [
          {
            severity: 'blocks',
            page: null,
            words: words(
              '网站没有说向谁投诉、提意见。请建一页，标题里写上“意见”或“投诉”，说明渠道和答复的时间。',
              'The site does not tell where one complains. Make a page with “feedback” or “complaints” in its title: by which way, and when one is answered.',
            ),
            article: publicLibraryLaw42,
          },
        ],
}
