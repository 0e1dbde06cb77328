/** A county library: one search over what its readers may use, what they come for, and the poem of the day. */
import { aboutPage, accessibilityPage } from './guidance.ts'
import { block, oneFor, sealOf, shelfOf, type Template } from './template.ts'

export const county: Template = {
  id: 'county',
  words: { 'zh-CN': '县级图书馆', en: 'County library' },
  siteOf({ code, name }) {
    return {
      names: { 'zh-CN': name },
      seal: sealOf(name),
      theme: oneFor(code, ['bamboo', 'porcelain', 'grotto', 'slate', 'wisteria', 'persimmon']),
      menu: [
        { path: '/', words: { 'zh-CN': '首页', en: 'Home' } },
        { path: '/search', words: { 'zh-CN': '检索', en: 'Search' } },
        { path: '/about', words: { 'zh-CN': '本站介绍', en: 'About' } },
        { path: '/accessibility', words: { 'zh-CN': '无障碍', en: 'Accessibility' } },
      ],
      pages: new Map([
        ['/about', aboutPage(name)],
        ['/accessibility', accessibilityPage(name)],
        [
          '/',
          {
            schema: 1,
            meta: {
              title: { 'zh-CN': name },
              description: {
                'zh-CN': `${name}：一次检索馆藏与全国共享的数字资源，在线阅读诗词典籍。`,
                en: `${name}: one search over its own and the nation’s shared digital collections.`,
              },
            },
            root: ['hero', 'books', 'poems'],
            blocks: {
              hero: block('hero-search', {
                title: { 'zh-CN': '开卷有益', en: 'Open a book, gain a little' },
                lead: {
                  'zh-CN': `在${name}，一次检索本馆与全国共享的数字资源；诗词、典籍全文可读，不用登录。`,
                  en: `One search over what ${name} offers and what the nation shares. Poems and classics in full, without signing in.`,
                },
                placeholder: { 'zh-CN': '书名、作者、诗句……', en: 'Title, author, verse…' },
                button: { 'zh-CN': '检索', en: 'Search' },
                showKinds: true,
                showDaily: true,
              }),
              books: shelfOf('book', {
                title: { 'zh-CN': '典籍', en: 'Classics' },
                more: { 'zh-CN': '全部图书', en: 'All books' },
              }),
              poems: shelfOf('poem', {
                title: { 'zh-CN': '常读的诗词', en: 'Poems people return to' },
                more: { 'zh-CN': '全部诗词', en: 'All poems' },
              }),
            },
          },
        ],
      ]),
    }
  },
}
