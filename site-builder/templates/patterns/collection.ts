/** Ready sections that show what the library has: new things, shelves with words, numbers, poems, a picture with its story. */
import { block, both, quotation, section } from '../block.ts'
import { heading, paragraph, rich } from '../rich.ts'
import { classics, poems, primers } from '../shelves.ts'
import type { Pattern } from './pattern.ts'

export const opening: Pattern = {
  id: 'opening',
  words: both('首页开头', 'Opening of a home page'),
  about: both(
    '一个大检索框，下面是每日一诗。适合放在首页最上面。',
    'A large search box with the poem of the day below: for the top of a home page.',
  ),
  root: ['hero', 'poem'],
  blocks: {
    hero: block('hero-search', {
      title: both('今天读点什么', 'What will you read today?'),
      lead: both(
        '书名、作者，记得的半句诗，都可以查。',
        'A title, an author, half a line that you remember.',
      ),
      placeholder: both('书名、作者、诗句……', 'Title, author, verse…'),
      button: both('检索', 'Search'),
      showKinds: true,
      showDaily: false,
    }),
    poem: block('daily-poem', {}),
  },
}

export const newlyAdded: Pattern = {
  id: 'newly-added',
  words: both('新到推介', 'Newly added'),
  about: both(
    '一句引言，下面一排最近入藏的资源，自己更新。',
    'A sentence, and a row of what came last; it keeps itself up to date.',
  ),
  root: ['part'],
  blocks: {
    part: section(null, both('先看看最近添了什么。', 'See what has come in lately.'), ['arrivals']),
    arrivals: block('new-arrivals', {
      title: both('新到资源', 'New arrivals'),
      most: 12,
      look: 'covers',
      whenEmpty: 'say',
    }),
  },
}

export const childrensCorner: Pattern = {
  id: 'childrens-corner',
  words: both('少儿角', 'Children’s corner'),
  about: both(
    '给孩子的一段话、启蒙读物、给家长的建议。',
    'Words to children, primers to read aloud, advice for parents.',
  ),
  root: ['part'],
  blocks: {
    part: section(
      both('少儿角', 'Children’s corner'),
      both(
        '三字一句，念起来最上口；念熟了，就会背了。',
        'Lines of three characters are easy to say, and what is said often is soon known by heart.',
      ),
      ['primers', 'parents'],
    ),
    primers: primers({ title: both('启蒙读物', 'Primers'), first: 8 }),
    parents: block('rich-text', {
      body: {
        'zh-CN': rich(
          heading('给家长'),
          paragraph('一天一小段，比一周一大段好。先读出声，再说意思；让孩子自己挑，挑中的读得最久。'),
        ),
        en: rich(
          heading('For parents'),
          paragraph(
            'A little every day is better than much once a week. Read aloud first and explain later; what a child has chosen is read longest.',
          ),
        ),
      },
    }),
  },
}

export const localHistory: Pattern = {
  id: 'local-history',
  words: both('地方文献', 'Local history'),
  about: both(
    '怎样查地方文献的一段话，下面是古籍。',
    'How to look for the history of a place, with old books below.',
  ),
  root: ['part'],
  blocks: {
    part: section(both('地方文献', 'Local history'), null, ['words', 'books']),
    words: block('rich-text', {
      body: {
        'zh-CN': rich(
          paragraph(
            '查一个地方的往事，从名字查起：古今地名都试试，县名常常改过；人名可以换成字、号再查。',
            ['现在就查', '/search'],
            '。',
          ),
          paragraph(
            '家谱、契约、旧照片、老地图，放在抽屉里会散失，放在图书馆里就能留下来。您手里有，请',
            ['和我们联系', '/visit'],
            '。',
          ),
        ),
        en: rich(
          paragraph(
            'The past of a place is found by names: try old ones too, for counties were renamed, and a person by style or pen name. ',
            ['Begin here', '/search'],
            '.',
          ),
          paragraph(
            'Genealogies, deeds, photographs and maps are lost in a drawer; in a library they stay. If you have some, please ',
            ['get in touch', '/visit'],
            '.',
          ),
        ),
      },
    }),
    books: classics({ title: both('古籍', 'Old books'), look: 'table', first: 8 }),
  },
}

export const story: Pattern = {
  id: 'story',
  words: both('图文故事', 'A picture with its story'),
  about: both(
    '左图右文，讲阅览室的故事。图片要您来选。',
    'A picture beside words on the reading room. You choose the picture.',
  ),
  root: ['beside'],
  blocks: {
    beside: block('columns', { share: 'wide' }, { first: ['picture'], second: ['words'] }),
    picture: block('image', { width: 'text', shape: 'whole' }),
    words: block('rich-text', {
      body: {
        'zh-CN': rich(
          heading('走进阅览室'),
          paragraph('图书馆是大家的书房。推门进来，不用证件，也不收费；找一个座位，安安静静地读一会儿。'),
          paragraph(['什么时候开门，怎么来', '/visit']),
        ),
        en: rich(
          heading('Come into the reading room'),
          paragraph(
            'A library is everybody’s study. Come in: it is free and needs no card. Find a seat and read for a while in peace.',
          ),
          paragraph(['When it is open, and how to get here', '/visit']),
        ),
      },
    }),
  },
}

export const numbers: Pattern = {
  id: 'numbers',
  words: both('馆藏数字', 'The library in numbers'),
  about: both(
    '资源有多少、最多的几类；可以加上自己的数字。',
    'How many records there are and of which kinds; add numbers of your own.',
  ),
  root: ['part'],
  blocks: {
    part: section(null, null, ['numbers', 'words']),
    numbers: block('statistics', {
      title: both('馆藏一览', 'The collection in numbers'),
      records: true,
      kinds: 3,
      libraries: false,
      own: [],
    }),
    words: block('rich-text', {
      body: {
        'zh-CN': rich(
          paragraph('这些都在网上，', ['一次检索', '/search'], '就能查遍；标明“在线全文”的，打开就能读。'),
        ),
        en: rich(
          paragraph(
            'All of it is online: ',
            ['one search', '/search'],
            ' goes over it, and what is marked as readable opens at once.',
          ),
        ),
      },
    }),
  },
}

export const poetry: Pattern = {
  id: 'poetry',
  words: both('诗词角', 'Poetry corner'),
  about: both('一句名言，下面一排常读的诗词。', 'A saying, and a row of poems that many return to.'),
  root: ['saying', 'poems'],
  blocks: {
    saying: quotation(
      both('不学诗，无以言。', 'Who has not learned the Songs has nothing to speak with.'),
      both('孔子', 'Confucius'),
      both('《论语·季氏》', 'Analects 16.13'),
    ),
    poems: poems({ first: 12 }),
  },
}
