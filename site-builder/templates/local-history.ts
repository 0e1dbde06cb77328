/** A library that keeps the memory of its place: how to look for a village or a family, what is collected, old books by name. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, nameOf, page, quotation, section, way, ways } from './block.ts'
import { links } from './menu.ts'
import { commonPages } from './pages/index.ts'
import { heading, list, paragraph, rich } from './rich.ts'
import { classics, songs } from './shelves.ts'
import { sealOf, type Template } from './template.ts'

/** What the library collects of its place, and how one gives it. */
function collectingPage(name: string): PageDoc {
  return page(
    both('征集地方文献', 'Give what tells of this place'),
    both(
      `${name}征集家谱、旧照片、老地图和乡土著作。`,
      'This library collects genealogies, old photographs, maps and writings of this place.',
    ),
    ['words'],
    {
      words: block('rich-text', {
        body: {
          'zh-CN': rich(
            paragraph(
              '公共图书馆要系统收集地方文献，保存和传承地方文化（《公共图书馆法》第二十四条）。一张旧照片、一本油印小册子，放在抽屉里会散失，放在图书馆里就能留下来。',
            ),
            heading('我们找什么'),
            list(
              ['家谱、族谱、契约、书信、日记。'],
              ['旧照片、老地图、票证、唱本、海报。'],
              ['写本地的书，本地人写的书，没有正式出版的也要。'],
              ['老人讲的往事：录音、录像或笔记。'],
            ),
            heading('怎样给'),
            list(
              ['先和本馆联系，说说是什么、有多少；', ['联系方式', '/visit'], '。'],
              ['可以捐赠，也可以只让图书馆扫描，原件仍归您。'],
              ['请告诉我们来历：谁的、哪一年、在哪里。'],
              ['里面有还在世的人的私事，请先问过本人。'],
            ),
          ),
          en: rich(
            paragraph(
              'Public libraries are to collect systematically what tells of their place, and to hand it on (Public Library Law, article 24). An old photograph or a stencilled booklet is lost in a drawer; in a library it stays.',
            ),
            heading('What we look for'),
            list(
              ['Genealogies, deeds, letters and diaries.'],
              ['Old photographs, maps, tickets, song sheets and posters.'],
              ['Books about this place or by its people, published or not.'],
              ['What old people tell: recorded, filmed or written down.'],
            ),
            heading('How to give'),
            list(
              ['Get in touch first and say what it is and how much; ', ['contact', '/visit'], '.'],
              ['You may give it, or let the library scan it and keep the original.'],
              ['Tell us where it comes from: whose it was, when and where.'],
              ['If it tells of people who are alive, please ask them first.'],
            ),
          ),
        },
      }),
    },
  )
}

export const localHistory: Template = {
  id: 'local-history',
  words: both('地方文献馆', 'Library of local history'),
  about: both(
    '先说怎样查地方文献，再列古籍；有征集文献的一页。',
    'How to look for the history of a place, then old books by name; a page that asks for documents.',
  ),
  siteOf({ name }) {
    return {
      names: { 'zh-CN': name },
      seal: sealOf(name),
      theme: 'grotto',
      menu: [
        links.home,
        links.search,
        { path: '/collecting', words: both('征集', 'Give') },
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
              `${name}：查地方文献的门径，古籍全文，征集家谱与旧照片。`,
              'This library: how to look for local history, old books in full, and what we collect.',
            ),
            ['hero', 'finding', 'saying', 'books', 'older'],
            {
              hero: block('hero-search', {
                title: both('一方水土一方书', 'Every place has its books'),
                lead: both(
                  '地名、人名、书名，从一个名字查起。',
                  'A place, a person, a title: begin with a name.',
                ),
                placeholder: both('地名、人名、书名……', 'Place, person, title…'),
                button: both('查找', 'Look up'),
                showKinds: true,
                showDaily: false,
              }),
              saying: quotation(
                both(
                  '文献不足故也。足，则吾能征之矣。',
                  'Too little is written, and too few remember. Were there enough, I could bear it out.',
                ),
                both('孔子', 'Confucius'),
                both('《论语·八佾》', 'Analects 3.9'),
              ),
              finding: section(null, null, ['ways']),
              ways: ways(both('怎样查地方文献', 'How to look for local history'), [
                way(
                  '/search',
                  both('从地名查', 'By place'),
                  both('古今地名都试试：县名常常改过', 'Try old names, too: counties were renamed'),
                ),
                way(
                  '/search',
                  both('从人名查', 'By person'),
                  both('本名、字、号，换一个再查', 'A name, a style, a pen name: try each'),
                ),
                way(
                  '/visit',
                  both('请馆员帮忙', 'Ask a librarian'),
                  both('没有上网的文献，馆里可能有', 'What is not online may be in the house'),
                ),
                way(
                  '/collecting',
                  both('您手里有', 'You have something'),
                  both(
                    '家谱、旧照片、老地图，欢迎交给图书馆',
                    'Genealogies, photographs and maps are welcome',
                  ),
                ),
              ]),
              books: classics({ title: both('古籍', 'Old books'), look: 'table', first: 8 }),
              older: songs({ title: both('十五国风', 'Airs of fifteen states'), first: 10 }),
            },
          ),
        ],
        ['/collecting', collectingPage(name)],
        ...commonPages(name, ['songs', 'scholars', 'tang-song', 'first']),
      ]),
    }
  },
}
