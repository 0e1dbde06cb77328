/** `/privacy`: what the site keeps of its readers. True of the product as it is; the nation's own words. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, locked, page } from '../block.ts'
import { heading, list, paragraph, rich } from '../rich.ts'

export function privacyPage(name: string): PageDoc {
  return page(
    both('隐私', 'Privacy'),
    both(
      `${name}网站记录读者的什么、不记录什么，怎样带走和删除。`,
      'What the site of the library keeps of its readers, what it does not, and how to take it away and delete it.',
    ),
    ['words'],
    {
      words: locked(
        block('rich-text', {
          body: {
            'zh-CN': rich(
              paragraph(
                '法律要求公共图书馆妥善保护读者的个人信息和借阅信息，不得出售，也不得非法向他人提供（《公共图书馆法》第四十三条）。本站这样做：',
              ),
              heading('不登录时'),
              list(
                ['检索和阅读不用登录，网站不知道您是谁。'],
                ['没有查到结果的检索词按天计次数，九十天后删除；不记是谁查的，含有长串数字的词不留。'],
                ['没有第三方的统计、广告或追踪。'],
                ['显示方式、字号和语言只记在您自己的设备上。'],
                [
                  '读过哪些、读到哪里，只记在您自己设备的浏览器里，最多 100 种，用来接着读和推荐；清单不发送。推荐时，设备对最近读过的几种逐一询问相近的作品，和打开它们的页面一样。退出登录时清除，也可以随时在',
                  ['“接着读”', '/my/reading'],
                  '里清除或者关闭。',
                ],
              ),
              heading('登录以后'),
              list(
                ['记下您自己存的东西：书架、书单、保存的检索。'],
                ['账户里的阅读历史默认不记；您打开以后才记，随时可以关闭并清空。'],
                ['馆员看不到您在读什么。'],
              ),
              heading('带走与删除'),
              paragraph(
                '在',
                ['我的书房', '/my'],
                '里，可以把保存的一切一次导出，可以逐项删除，也可以注销账户。',
              ),
              heading('孩子的账户'),
              paragraph('不满十四周岁的孩子使用账户，由监护人同意和管理。'),
            ),
            en: rich(
              paragraph(
                'The law asks public libraries to protect who their readers are and what they borrow, and forbids to sell or unlawfully pass it on (Public Library Law, article 43). This is what the site does:',
              ),
              heading('Without signing in'),
              list(
                ['Searching and reading need no account: the site does not know who you are.'],
                [
                  'Words for which nothing was found are counted by day and deleted after ninety days: never who searched, and no words with long numbers.',
                ],
                ['There are no statistics, advertisements or trackers of others.'],
                ['Display, text size and language are remembered on your own device only.'],
                [
                  'What you read and your place in it are kept in the browser of your own device only, at most 100 texts, to go on reading and for suggestions; the list is not sent. For suggestions your device asks of each of the last few by itself what is like it, as opening its page does. Signing out clears it, and you can clear it or turn it off at any time in ',
                  ['“Go on reading”', '/my/reading'],
                  '.',
                ],
              ),
              heading('When you sign in'),
              list(
                ['What you keep yourself is kept: your shelf, your lists, your saved searches.'],
                [
                  'Your account keeps a reading history only if you turn it on, and it can be emptied at any time.',
                ],
                ['Librarians do not see what you read.'],
              ),
              heading('Taking away and deleting'),
              paragraph(
                'In ',
                ['my library', '/my'],
                ' you can take away everything that is kept as one file, delete it piece by piece, or close the account.',
              ),
              heading('Accounts of children'),
              paragraph('For a child under fourteen, a guardian agrees to the account and looks after it.'),
            ),
          },
        }),
      ),
    },
  )
}
