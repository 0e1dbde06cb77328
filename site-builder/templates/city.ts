/** A city library with a head library and branches: dense and plain, services beside the search, venues on a page of their own. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, nameOf, page, section, way, ways } from './block.ts'
import { links } from './menu.ts'
import { commonPages } from './pages/index.ts'
import { heading, list, paragraph, rich } from './rich.ts'
import { classics, poems } from './shelves.ts'
import { contact, events, hours, notices } from './visiting.ts'
import { sealOf, type Template } from './template.ts'

/** How a head library and its branches work together; the places themselves are the librarian's to add. */
function venuesPage(name: string): PageDoc {
  return page(
    both('总馆与分馆', 'The library and its branches'),
    both(
      `${name}的总馆、分馆与服务点怎样一起为读者服务。`,
      'How the library, its branches and service points work together.',
    ),
    ['words', 'hours', 'contact', 'places'],
    {
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            paragraph('一座城市的图书馆不只一处：总馆之外，还有分馆和身边的服务点。'),
            heading('去哪一处'),
            list(
              ['看书、自习，去离您最近的一处就好。'],
              ['找一本特定的书，先', ['检索', '/search'], '，资源页面上写着哪些馆有。'],
              ['查古籍、地方文献或专题资料，先和总馆联系，免得白跑。'],
            ),
            heading('各处的时间'),
            paragraph('各处开放时间不一定相同，请看', ['开放时间与联系方式', '/visit'], '。'),
          ),
          en: rich(
            paragraph(
              'The library of a city is more than one house: there are branches, and service points near by.',
            ),
            heading('Where to go'),
            list(
              ['To read or to study, take the one that is closest.'],
              [
                'For a certain book, ',
                ['search', '/search'],
                ' first: its page says which libraries have it.',
              ],
              [
                'For rare books, local history or special collections, get in touch with the head library before you come.',
              ],
            ),
            heading('Hours'),
            paragraph('They are not the same everywhere; see ', ['opening hours and contact', '/visit'], '.'),
          ),
        },
      }),
      hours: hours(),
      contact: contact(false),
      places: ways(both('各馆的网站', 'Sites of the branches'), [], 'list'),
    },
  )
}

export const city: Template = {
  id: 'city',
  words: both('城市图书馆（总馆与分馆）', 'City library with branches'),
  about: both(
    '信息多而不乱：检索旁边就是服务，分馆单独一页。',
    'Much at a glance: services beside the search, a page for the branches.',
  ),
  siteOf({ name }) {
    return {
      names: { 'zh-CN': name },
      seal: sealOf(name),
      theme: 'slate',
      menu: [
        links.home,
        links.search,
        links.visit,
        { path: '/venues', words: both('分馆', 'Branches') },
        links.borrowing,
        links.reading,
      ],
      pages: new Map([
        [
          '/',
          page(
            nameOf(name),
            both(
              `${name}：一次检索全部资源，总馆与分馆的开放时间、办证与借阅。`,
              'This library: one search over everything, hours of the library and its branches, cards and loans.',
            ),
            ['hero', 'desk', 'news', 'books', 'numbers', 'poems'],
            {
              hero: block('hero-search', {
                title: both('一城书香，一次检索', 'One search for a city of readers'),
                lead: both(
                  '图书、诗词、典籍，总馆与分馆的馆藏，连同全国共享的数字资源，都在这一个框里。',
                  'Books, poems and classics, what the library and its branches hold and what the nation shares: all in this one box.',
                ),
                placeholder: both('书名、作者、诗句……', 'Title, author, verse…'),
                button: both('检索', 'Search'),
                showKinds: true,
                showDaily: false,
              }),
              desk: block('columns', { share: 'wide' }, { first: ['ways'], second: ['today', 'poem'] }),
              ways: ways(both('读者服务', 'For readers'), [
                way(
                  '/visit',
                  both('开放时间与联系', 'Hours and contact'),
                  both('总馆、分馆的时间与地址', 'When and where, everywhere'),
                ),
                way('/venues', both('总馆与分馆', 'Branches'), both('去哪一处最方便', 'Which one to go to')),
                way(
                  '/borrowing',
                  both('办证与借阅', 'Cards and borrowing'),
                  both('免费服务、办证、借还', 'What is free, cards, loans'),
                ),
                way(
                  '/my',
                  both('我的书房', 'My library'),
                  both('书架、书单、保存的检索', 'Your shelf, lists and saved searches'),
                ),
                way(
                  '/reading',
                  both('荐读', 'Reading suggestions'),
                  both('不知道读什么，从这里开始', 'Begin here if you do not know what to read'),
                ),
                way('/feedback', both('意见与投诉', 'Feedback'), both('我们会答复', 'We answer')),
              ]),
              today: hours('today'),
              poem: block('daily-poem', {}),
              news: block('columns', { share: 'halves' }, { first: ['notices'], second: ['events'] }),
              notices: notices(5),
              events: events(4),
              books: classics({ look: 'covers' }),
              numbers: section(null, null, ['counted']),
              counted: block('statistics', {
                title: both('资源一览', 'The collection in numbers'),
                records: true,
                kinds: 3,
                libraries: false,
                own: [],
              }),
              poems: poems({ title: both('今天读一首', 'A poem for today') }),
            },
          ),
        ],
        ['/venues', venuesPage(name)],
        ...commonPages(name, ['scholars', 'tang-song', 'songs', 'first']),
      ]),
    }
  },
}
