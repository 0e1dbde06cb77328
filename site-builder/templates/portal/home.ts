/** `/` of the portal: what is here and how to find it at a glance, then what makes one want to read. */
import type { Json, PageDoc } from '@shuxiang/site-model'
import { portalName, searchAddress } from '@shuxiang/vocabulary'
import { block, both, page, section, way, ways } from '../block.ts'

const most = 12
const shelf = (title: ReturnType<typeof both>, filter: Json[], more: ReturnType<typeof both>) =>
  block('resource-shelf', {
    title,
    source: { from: 'query', query: '', filter, sort: 'POPULAR', first: most },
    look: 'covers',
    more,
    whenEmpty: 'hide',
  })
const search = (query: string): string => searchAddress({ query })

/** Each leads to a real search and says what the box understands. */
const finding = ways(both('怎么记得，就怎么找', 'Type what you remember'), [
  way(
    search('春江潮水连海平'),
    both('一句诗', 'A line of a poem'),
    both('春江潮水连海平', '春江潮水连海平, in either script'),
  ),
  way(search('作者:李清照'), both('一位作者', 'An author'), both('作者：李清照', 'author:李清照')),
  way(
    search('论语 学而'),
    both('书里的一章', 'A chapter of a book'),
    both('论语 学而', '论语 学而, straight to the chapter'),
  ),
  way(
    search('jing ye si'),
    both('只会读、不会写', 'Only its sound'),
    both('拼音 jing ye si', 'jing ye si, in pinyin'),
  ),
])

/**
 * Works of the first collection, one a day: 论语, 诗经, 孟子, 楚辞, 大學, 中庸, 幼學瓊林, 幽梦影, 千字文, 聲律啓蒙. On a portal that
 * does not have them nothing is drawn.
 */
const beginnings = [
  ...['benffywvhrf', 'bc34gth556r', 'b80k7pb5ndz', 'bw7dgk0ts5f', 'bt7b15cyqkx'],
  ...['b0p0bnbe81y', 'b63j4bv03e1', 'bjrhxvprs8x', 'b9kac15cvkw', 'bvnzw85yr22'],
]

export const portalHome = (): PageDoc =>
  page(
    { ...portalName },
    both(
      '一次检索，遍览各地公共图书馆的诗词与典籍，在线阅读全文。',
      'One search over the poems and classics of public libraries, with the whole text to read.',
    ),
    [
      // What is for children takes its books before the shelf of all: no book stands on the page twice.
      ...['hero', 'going', 'today', 'poems', 'person', 'beginning', 'children', 'theme', 'books'],
      ...['browsing', 'finding', 'libraries', 'further'],
    ],
    {
      hero: block('hero-search', {
        title: both('一次检索，遍览天下书', 'One search, every library'),
        lead: both(
          '从《诗经》到清词，历代诗词与典籍全文可读，不用登录，也不收费。',
          'From the Book of Songs to the lyrics of the Qing: poems and classics in full, free and without signing in.',
        ),
        placeholder: both('书名、作者、诗句……', 'Title, author, verse…'),
        button: both('检索', 'Search'),
        showKinds: true,
        showDaily: true,
      }),
      books: shelf(
        both('典籍', 'Classics'),
        [{ name: 'kind', anyOf: ['book'] }],
        both('全部图书', 'All books'),
      ),
      finding: section(null, null, ['ways']),
      ways: finding,
      today: block('season', {
        title: both('今日节令', 'Today in the Chinese calendar'),
        most: 2,
        set: 'horizontal',
      }),
      // First of all for who has read here before; on a phone it begins below what a screen shows at first.
      going: block('go-on', { title: both('接着读', 'Go on reading') }),
      poems: block('poems', {
        title: both('读一首', 'A poem to read'),
        source: {
          from: 'query',
          query: '',
          filter: [{ name: 'kind', anyOf: ['poem'] }],
          sort: 'POPULAR',
          first: 3,
        },
        set: 'vertical',
        daily: true,
        more: both('全部诗词', 'All poems'),
      }),
      person: block('daily-person', { title: both('今日人物', 'Person of the day'), works: 3 }),
      theme: block('poems', {
        title: both('专题：送别', 'A theme: parting'),
        source: {
          from: 'query',
          query: '',
          filter: [{ name: 'subject', anyOf: ['送别'] }],
          sort: 'POPULAR',
          first: 3,
        },
        set: 'horizontal',
        daily: true,
        more: both('更多写送别的诗词', 'More poems on parting'),
      }),
      beginning: block('beginning', {
        label: both('开卷', 'How it begins'),
        works: beginnings.map((record) => ({ record })),
      }),
      children: shelf(
        both('给孩子的第一本古书', 'First classics for children'),
        [{ name: 'collection', anyOf: ['mengxue'] }],
        both('全部蒙学', 'All primers'),
      ),
      browsing: block('browse', {
        title: both('沿着朝代读', 'Read along the ages'),
        periods: true,
        people: 0,
        forms: 0,
        tunes: 0,
        themes: 0,
        collections: 0,
        random: true,
      }),
      libraries: block('library-directory', { title: both('各地图书馆', 'Libraries'), show: 'tiles' }),
      further: ways(both('第一次来？', 'New here?'), [
        way('/help', both('使用帮助', 'Help')),
        way('/about', both('关于本站', 'About')),
        way('/accessibility', both('无障碍', 'Accessibility')),
      ]),
    },
  )
