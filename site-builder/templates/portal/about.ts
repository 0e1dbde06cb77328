/** `/about` of the portal: what is here, whence it comes, how a library takes part. True of the product as it is. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, page, way, ways } from '../block.ts'
import { heading, list, paragraph, rich } from '../rich.ts'

export const aboutTitle = both('关于本站', 'About')

export const portalAbout = (): PageDoc =>
  page(
    aboutTitle,
    both(
      '网络书香有什么、资源从哪里来、图书馆怎样加入、数据怎样取用。',
      'What the portal has, where it comes from, how a library takes part and how data is taken.',
    ),
    ['words', 'numbers', 'taking', 'further'],
    {
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            heading('一个入口'),
            paragraph(
              '网络书香是公共图书馆共用的数字图书馆门户：一次检索，查遍各馆共享的资源；找到以后，打开就能读。读者用任何一家图书馆的读者证登录，书架和书单在每一家图书馆的网站上都一样。',
            ),
            heading('资源从哪里来'),
            paragraph(
              '诗词与典籍的原文都已进入公有领域，文本来自公开的 chinese-poetry 数据集（MIT 许可）。每条资源的页面上写明来源、许可和更新日期；文字有疑问的地方，以纸本为准。',
            ),
            paragraph('图书馆名录与馆藏是演示数据，标有“演示”的地方不能当作借阅依据。'),
          ),
          en: rich(
            heading('One entry'),
            paragraph(
              'This is the portal that public libraries share: one search over what they offer together, and what is found opens at once. Readers sign in with the card of any library, and their shelf and lists are the same on the site of every library.',
            ),
            heading('Where it comes from'),
            paragraph(
              'The poems and classics are in the public domain; their texts come from the open data set chinese-poetry (MIT licence). The page of each record names its source, licence and date. Where a text is in doubt, the printed book decides.',
            ),
            paragraph(
              'The directory of libraries and their holdings are demonstration data: do not rely on what is marked so.',
            ),
          ),
        },
      }),
      numbers: block('statistics', {
        title: both('资源一览', 'In numbers'),
        records: true,
        kinds: 3,
        libraries: true,
        own: [],
      }),
      taking: block('rich-text', {
        body: {
          'zh-CN': rich(
            heading('图书馆怎样加入'),
            list(
              [
                '每家图书馆可以有自己的网站：从模板开始，开放时间、通知、馆员推荐由本馆维护，检索只查本馆与共享的资源。',
              ],
              ['网站可以用本馆自己的域名；在办公室打开浏览器就能维护，不用安装软件。'],
              ['馆员由本馆或上级馆邀请，登录', ['馆员工作台', '/console'], '。'],
            ),
            heading('数据怎样取用'),
            list(
              ['每条资源都能导出为 BibTeX、RIS、CSL-JSON、MARCXML 等格式，Zotero 等软件可以直接识别。'],
              ['每个检索、每个页面都有固定的网址，可以收藏、引用、转发。'],
            ),
          ),
          en: rich(
            heading('How a library takes part'),
            list(
              [
                'Each library may have a site of its own: it begins with a template, keeps its hours, notices and recommendations itself, and its search covers what it has and what is shared.',
              ],
              ['The site may stand on the library’s own domain, and is kept up to date in a browser.'],
              [
                'Librarians are invited by their library or the one above it, and work in ',
                ['the console', '/console'],
                '.',
              ],
            ),
            heading('How data is taken'),
            list(
              [
                'Each record is exported as BibTeX, RIS, CSL-JSON, MARCXML and more; Zotero understands the pages by themselves.',
              ],
              ['Each search and each page has an address that stays, to keep, cite and pass on.'],
            ),
          ),
        },
      }),
      further: ways(both('本站的约定', 'What we hold ourselves to'), [
        way(
          '/privacy',
          both('隐私', 'Privacy'),
          both('记什么、不记什么、怎样删除', 'What is kept, what is not, how it is deleted'),
        ),
        way(
          '/accessibility',
          both('无障碍', 'Accessibility'),
          both('为谁做、测过什么、还差什么', 'For whom, what was tested, what is missing'),
        ),
        way(
          '/help',
          both('使用帮助', 'Help'),
          both('检索、阅读、引用、登录', 'Searching, reading, citing, signing in'),
        ),
      ]),
    },
  )
