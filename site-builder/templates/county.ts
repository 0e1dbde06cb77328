/** A county library: what its readers come for stands right below the one search; then classics, then poems. */
import { block, both, nameOf, page, section, way, ways } from './block.ts'
import { links } from './menu.ts'
import { commonPages } from './pages/index.ts'
import { classics, poems } from './shelves.ts'
import { hours, notices } from './visiting.ts'
import { oneFor, sealOf, type Template } from './template.ts'

export const county: Template = {
  id: 'county',
  words: both('县级图书馆', 'County library'),
  about: both(
    '一次检索、办事的入口、典籍和诗词，适合多数县区馆。',
    'One search, what people come for, classics and poems: fits most libraries of counties and districts.',
  ),
  siteOf({ code, name }) {
    return {
      names: { 'zh-CN': name },
      seal: sealOf(name),
      theme: oneFor(code, ['porcelain', 'bamboo']),
      menu: [links.home, links.search, links.visit, links.borrowing, links.reading, links.about],
      pages: new Map([
        [
          '/',
          page(
            nameOf(name),
            both(
              `${name}：检索与阅读、办证借阅、开放时间。诗词典籍全文可读，不用登录。`,
              'This library: searching and reading, cards and loans, opening hours. Poems and classics in full without signing in.',
            ),
            ['hero', 'notices', 'services', 'books', 'poems'],
            {
              hero: block('hero-search', {
                title: both('开卷有益', 'Open a book, gain a little'),
                lead: both(
                  `在${name}，一次检索本馆与全国共享的数字资源；诗词、典籍全文可读，不用登录。`,
                  'One search over what the library offers and what the nation shares. Poems and classics in full, without signing in.',
                ),
                placeholder: both('书名、作者、诗句……', 'Title, author, verse…'),
                button: both('检索', 'Search'),
                showKinds: true,
                showDaily: true,
              }),
              services: section(null, null, ['today', 'ways']),
              notices: notices(3),
              today: hours('today'),
              ways: ways(both('常来办的事', 'What people come for'), [
                way(
                  '/visit',
                  both('开放时间', 'Opening hours'),
                  both('几点开门、在哪里、怎样联系', 'When and where, and how to reach us'),
                ),
                way(
                  '/borrowing',
                  both('办证与借阅', 'Cards and borrowing'),
                  both('怎样办证、借书、还书', 'Getting a card, borrowing, returning'),
                ),
                way(
                  '/my',
                  both('我的书房', 'My library'),
                  both('书架、书单、保存的检索', 'Your shelf, lists and saved searches'),
                ),
                way(
                  '/feedback',
                  both('意见与投诉', 'Feedback'),
                  both('哪里不满意，请告诉我们', 'Tell us what you are not happy with'),
                ),
              ]),
              books: classics(),
              poems: poems(),
            },
          ),
        ],
        ...commonPages(name, ['scholars', 'songs', 'tang-song', 'first']),
      ]),
    }
  },
}
