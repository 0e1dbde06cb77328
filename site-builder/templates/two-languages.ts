/**
 * A library in a region with a second language of its own, here the Korean of Yanbian: what readers ask first is said in
 * both. Another language takes this file, its words, and a line in the list.
 */
import type { Json, PageDoc } from '@shuxiang/site-model'
import { block, both, nameOf, page, section, way, ways } from './block.ts'
import { links } from './menu.ts'
import { commonPages } from './pages/index.ts'
import { heading, list, paragraph, rich, runsIn } from './rich.ts'
import { classics, poems, songs } from './shelves.ts'
import { sealOf, type Template } from './template.ts'

/** Words in the Korean of Yanbian, as its schools and newspapers write it. */
const korean = (text: string): Json => runsIn('ko', text)

const greeting: Json = { type: 'heading', level: 2, runs: [korean('도서관에 오신것을 환영합니다.')] }

/** What readers ask first, line by line in Korean and in the page's language. */
function koreanPage(name: string): PageDoc {
  const lines = {
    free: '열람은 무료입니다.',
    online: '시와 고전을 인터넷에서 읽을수 있습니다.',
    children: '어린이도 환영합니다.',
    ask: '모르는것이 있으면 사서에게 물어보십시오.',
  }
  const said = (own: keyof typeof lines, words: string): Json => ({
    type: 'paragraph',
    runs: [korean(lines[own]), { text: ` ${words}` }],
  })
  const body = (words: Readonly<Record<keyof typeof lines | 'greeting', string>>, more: Json[]): Json[] =>
    rich(
      greeting,
      paragraph(words.greeting),
      said('free', words.free),
      said('online', words.online),
      said('children', words.children),
      said('ask', words.ask),
      ...more,
    )
  return page(
    both('朝鲜文导览', 'Guide in Korean'),
    both(`${name}的朝鲜文与中文对照导览。`, 'A guide to the library in Korean and in your language.'),
    ['words'],
    {
      words: block('rich-text', {
        body: {
          'zh-CN': body(
            {
              greeting: '欢迎来图书馆。',
              free: '阅览免费。',
              online: '诗词和典籍可以在网上读。',
              children: '欢迎孩子来。',
              ask: '有不懂的，请问馆员。',
            },
            [
              heading('两种文字'),
              list(
                ['馆里的朝鲜文书刊，请到馆查找，或者问馆员。'],
                ['网站的检索同时查中文题名、作者和正文。', ['检索', '/search']],
              ),
            ],
          ),
          en: body(
            {
              greeting: 'Welcome to the library.',
              free: 'Reading is free.',
              online: 'Poems and classics can be read online.',
              children: 'Children are welcome.',
              ask: 'If anything is unclear, ask a librarian.',
            },
            [
              heading('Two scripts'),
              list(
                ['For books and periodicals in Korean, look in the library or ask a librarian.'],
                ['The search goes over Chinese titles, authors and texts. ', ['Search', '/search']],
              ),
            ],
          ),
        },
      }),
    },
  )
}

export const twoLanguages: Template = {
  id: 'two-languages',
  words: both('民族地区图书馆（中文、朝鲜文）', 'Region with two languages (Chinese, Korean)'),
  about: both(
    '读者最先问的用两种文字写；现有朝鲜文，适合延边。',
    'What readers ask first is said in two languages; Korean so far, for Yanbian.',
  ),
  siteOf({ name }) {
    return {
      names: { 'zh-CN': name },
      seal: sealOf(name),
      theme: 'bamboo',
      menu: [
        links.home,
        links.search,
        { path: '/korean', words: both('朝鲜文', 'Korean') },
        links.visit,
        links.borrowing,
        links.reading,
      ],
      pages: new Map([
        [
          '/',
          page(
            nameOf(name),
            both(
              `${name}：中文与朝鲜文读者共同的图书馆，诗词典籍全文可读。`,
              'This library: a library for readers of Chinese and Korean; poems and classics in full.',
            ),
            ['hero', 'welcome', 'songs', 'books', 'poems'],
            {
              hero: block('hero-search', {
                title: both('两种文字，一个书房', 'Two scripts, one reading room'),
                lead: both(
                  `${name}欢迎每一位读者；诗词、典籍全文可读，不用登录。`,
                  'This library welcomes every reader. Poems and classics in full, without signing in.',
                ),
                placeholder: both('书名、作者、诗句……', 'Title, author, verse…'),
                button: both('检索', 'Search'),
                showKinds: false,
                showDaily: true,
              }),
              welcome: section(null, null, ['greeting', 'ways']),
              greeting: block('rich-text', {
                body: {
                  'zh-CN': rich(greeting, paragraph('欢迎来图书馆。')),
                  en: rich(greeting, paragraph('Welcome to the library.')),
                },
              }),
              ways: ways(both('常来办的事', 'What people come for'), [
                way('/korean', both('朝鲜文导览', 'Guide in Korean'), both('两种文字对照', 'Side by side')),
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
              ]),
              songs: songs({ title: both('各地的歌', 'Songs of many regions') }),
              books: classics(),
              poems: poems(),
            },
          ),
        ],
        ['/korean', koreanPage(name)],
        ...commonPages(name, ['songs', 'first', 'tang-song', 'scholars']),
      ]),
    }
  },
}
