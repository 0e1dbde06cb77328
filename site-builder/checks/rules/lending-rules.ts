/** The site tells how one borrows. */
import { words } from '@shuxiang/vocabulary'
import type { Rule } from '../finding.ts'
import { headsLending, publicLibraryLaw38 } from '../law.ts'
import { tells } from './told.ts'

export const lendingRules: Rule = {
  name: 'lending-rules',
  find: (site) =>
    tells(site, { blocks: [], headings: headsLending })
      ? []
      : [
          {
            severity: 'blocks',
            page: null,
            words: words(
              '网站没有公布借阅规则。请建一页，标题里写上“借阅”，说明怎样办证、能借多少、借多久。',
              'The site does not tell how one borrows. Make a page with “borrowing” in its title: how to get a card, how much and for how long.',
            ),
            article: publicLibraryLaw38,
          },
        ],
}
