/** A library in a town of students: texts to cite, how to cite them, and a desk that follows from device to device. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, nameOf, page, section, way, ways } from './block.ts'
import { links } from './menu.ts'
import { commonPages } from './pages/index.ts'
import { heading, list, paragraph, rich } from './rich.ts'
import { chu, classics, fourBooks, songs } from './shelves.ts'
import { sealOf, type Template } from './template.ts'

/** How a text is found and cited. True of the product as it is. */
function researchPage(): PageDoc {
  return page(
    both('检索与引用', 'Searching and citing'),
    both(
      '怎样精确检索、怎样引用和导出、怎样保存检索。',
      'How to search precisely, cite, export, and keep searches.',
    ),
    ['words', 'box'],
    {
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            heading('检索'),
            list(
              ['题名、作者、正文一起查；繁体、简体都可以。'],
              ['结果左侧可按朝代、作者、文献集、类型缩小范围。'],
              ['结果页的网址就是这次检索：收藏或发给同学，打开还是它。'],
            ),
            heading('引用'),
            list(
              ['每种资源的页面上有四种格式的引文：GB/T 7714、APA、MLA、Chicago，可以直接复制。'],
              ['用文献管理软件的，可以导出 BibTeX 或 RIS。'],
              ['引文里的网址不会变。'],
            ),
            heading('保存'),
            paragraph('登录后可以保存检索、建书单，换一台设备还在：', ['我的书房', '/my'], '。'),
          ),
          en: rich(
            heading('Searching'),
            list(
              ['Titles, authors and full text are searched together, in simplified or traditional script.'],
              ['Beside the results, narrow by period, author, collection or kind.'],
              [
                'The address of a page of results is the search itself: keep it or send it, and it opens again.',
              ],
            ),
            heading('Citing'),
            list(
              [
                'Every page of a resource has references in four styles: GB/T 7714, APA, MLA and Chicago, ready to copy.',
              ],
              ['For reference managers there are BibTeX and RIS.'],
              ['The address in a reference stays.'],
            ),
            heading('Keeping'),
            paragraph(
              'Signed in, you keep searches and lists that follow you to every device: ',
              ['my library', '/my'],
              '.',
            ),
          ),
        },
      }),
      box: block('search-box', {
        title: both('查一种书', 'Look for a book'),
        within: 'book',
        placeholder: both('书名或作者', 'Title or author'),
        button: both('检索', 'Search'),
      }),
    },
  )
}

export const universityTown: Template = {
  id: 'university-town',
  words: both('大学城图书馆', 'Library of a university town'),
  about: both(
    '学生和研究者的入口：原典、引用格式、保存的检索。',
    'For students and scholars: texts, references, saved searches.',
  ),
  siteOf({ name }) {
    return {
      names: { 'zh-CN': name },
      seal: sealOf(name),
      theme: 'wisteria',
      menu: [
        links.home,
        links.search,
        { path: '/research', words: both('引用', 'Citing') },
        links.reading,
        links.borrowing,
        links.visit,
      ],
      pages: new Map([
        [
          '/',
          page(
            nameOf(name),
            both(
              `${name}：原典全文、四种引文格式、保存的检索，自习与借阅。`,
              'This library: texts in full, references in four styles, saved searches, study rooms and loans.',
            ),
            ['hero', 'texts', 'shelves', 'tools', 'songs'],
            {
              hero: block('hero-search', {
                title: both('博学之，审问之', 'Study widely, ask closely'),
                lead: both(
                  '原典全文可查可引，繁体简体都能检索。',
                  'Texts in full, to search and to cite, in either script.',
                ),
                placeholder: both('题名、作者、原文……', 'Title, author…'),
                button: both('检索', 'Search'),
                showKinds: true,
                showDaily: true,
              }),
              texts: block('columns', { share: 'wide' }, { first: ['four'], second: ['desk'] }),
              four: fourBooks({ title: both('先读原典', 'Begin with the texts'), look: 'list' }),
              desk: ways(
                both('书桌', 'Your desk'),
                [
                  way(
                    '/research',
                    both('怎样引用', 'How to cite'),
                    both('四种格式，可导出', 'Four styles, and export'),
                  ),
                  way(
                    '/my',
                    both('我的书房', 'My library'),
                    both('书单与保存的检索', 'Lists and saved searches'),
                  ),
                  way(
                    '/visit',
                    both('来自习', 'Come and study'),
                    both('开放时间与地址', 'Hours and address'),
                  ),
                  way(
                    '/borrowing',
                    both('借书', 'Borrow'),
                    both('办证、借还、续借', 'Cards, loans, renewals'),
                  ),
                ],
                'list',
              ),
              shelves: classics({ title: both('典籍', 'Classics') }),
              tools: section(
                both('诗骚', 'Songs and laments'),
                both(
                  '三百篇与楚辞，文学史的第一章。',
                  'The Book of Songs and the Songs of Chu: the first chapter of Chinese literature.',
                ),
                ['chu', 'poem'],
              ),
              chu: chu(),
              poem: songs(),
              songs: block('statistics', {
                title: both('资源一览', 'In numbers'),
                records: true,
                kinds: 3,
                libraries: true,
                own: [],
              }),
            },
          ),
        ],
        ['/research', researchPage()],
        ...commonPages(name, ['scholars', 'songs', 'tang-song', 'first']),
      ]),
    }
  },
}
