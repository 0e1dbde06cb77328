/** A children's library: few words, large, warm; a poem to say by heart first, then what children have always read. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, nameOf, page, section, way, ways } from './block.ts'
import { links } from './menu.ts'
import { commonPages } from './pages/index.ts'
import { heading, list, paragraph, rich } from './rich.ts'
import { poems, primers, songs } from './shelves.ts'
import { events } from './visiting.ts'
import { sealOf, type Template } from './template.ts'

/** For grown-ups who read with children. */
function togetherPage(): PageDoc {
  return page(
    both('和孩子一起读', 'Reading together'),
    both(
      '给家长和老师：怎样陪孩子读，孩子的账户怎样管。',
      'For parents and teachers: reading with children, and their accounts.',
    ),
    ['words', 'shelf'],
    {
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            heading('怎样陪读'),
            list(
              ['一天一小段，比一周一大段好。'],
              ['先读出声，再说意思；不懂的地方先放着，多读几遍会懂。'],
              ['让孩子挑，挑中的读得最久。'],
              ['背不下来也没关系，喜欢最要紧。'],
            ),
            heading('从哪里开始'),
            paragraph('三字一句的启蒙读物最好上口，诗选短的；《诗经》里有许多草木鸟兽，读一种，认一种。', [
              '更多建议',
              '/reading',
            ]),
            heading('孩子的账户'),
            paragraph(
              '读这里的诗词典籍不用账户。要用书架和书单，不满十四周岁的孩子由监护人同意和管理；记什么、不记什么，见',
              ['隐私说明', '/privacy'],
              '。',
            ),
          ),
          en: rich(
            heading('How'),
            list(
              ['A little every day is better than much once a week.'],
              ['Read aloud first, explain later; what is not understood yet comes with reading again.'],
              ['Let the child choose: what is chosen is read longest.'],
              ['Learning by heart is welcome, liking it is what counts.'],
            ),
            heading('Where to begin'),
            paragraph(
              'Primers in lines of three characters are easiest to say; take short poems. The Book of Songs is full of plants, birds and beasts to find outside. ',
              ['More suggestions', '/reading'],
            ),
            heading('Accounts of children'),
            paragraph(
              'Reading here needs no account. For a shelf and lists of a child under fourteen, a guardian agrees and looks after it; what is kept is said under ',
              ['privacy', '/privacy'],
              '.',
            ),
          ),
        },
      }),
      shelf: primers({ title: both('启蒙读物', 'Primers'), look: 'list', first: 8 }),
    },
  )
}

export const children: Template = {
  id: 'children',
  words: both('少年儿童图书馆', 'Children’s library'),
  about: both(
    '字少、温暖；先背一首诗，再读启蒙读物，有给家长的一页。',
    'Few words, warm: a poem to learn, primers, and a page for parents.',
  ),
  siteOf({ name }) {
    return {
      names: { 'zh-CN': name },
      seal: sealOf(name),
      theme: 'persimmon',
      menu: [
        links.home,
        links.search,
        { path: '/together', words: both('亲子共读', 'Together') },
        links.reading,
        links.visit,
        links.about,
      ],
      pages: new Map([
        [
          '/',
          page(
            nameOf(name),
            both(
              `${name}：和孩子一起读诗、读启蒙读物，全文可读，不用登录。`,
              'This library: poems and primers to read with children, in full, without signing in.',
            ),
            ['hero', 'first', 'events', 'songs', 'poems', 'grown'],
            {
              hero: block('hero-search', {
                title: both('读一首，背一首', 'Read one, keep one'),
                lead: both('想读什么，打几个字试试。', 'What would you like to read? Type a few characters.'),
                placeholder: both('床前明月光', 'Moon, spring, bird…'),
                button: both('找一找', 'Find'),
                showKinds: false,
                showDaily: true,
              }),
              first: section(null, null, ['primers']),
              primers: primers({ title: both('从前的孩子念的书', 'What children used to read'), first: 8 }),
              songs: songs({ title: both('草木鸟兽，都在诗里', 'Plants and beasts in songs'), first: 8 }),
              poems: poems({ title: both('大家都会背的诗', 'Poems that everybody knows'), first: 8 }),
              events: events(4),
              grown: ways(both('给家长和老师', 'For parents and teachers'), [
                way(
                  '/together',
                  both('和孩子一起读', 'Reading together'),
                  both('怎样陪读、从哪里开始', 'How, and where to begin'),
                ),
                way(
                  '/visit',
                  both('带孩子来', 'Bring your child'),
                  both('开放时间、地址、怎样联系', 'Hours, address, contact'),
                ),
                way(
                  '/borrowing',
                  both('办证与借阅', 'Cards and borrowing'),
                  both('给孩子办证，借书回家', 'A card for your child, books to take home'),
                ),
              ]),
            },
          ),
        ],
        ['/together', togetherPage()],
        ...commonPages(name, ['first', 'tang-song', 'songs', 'scholars']),
      ]),
    }
  },
}
