/** States of `hero-search`. */
import { DailyPoem, HomeKinds, SitePictures } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'
import { samplePicture } from '../testing/sample-pictures.ts'
import { poem } from '../testing/sample-poem.ts'

const fields = {
  title: { 'zh-CN': '一次检索，遍览天下书', en: 'One search, every library' },
  placeholder: { 'zh-CN': '书名、作者、诗句……', en: 'Title, author, verse…' },
  button: { 'zh-CN': '检索', en: 'Search' },
  showKinds: true,
  showDaily: true,
}

const kinds = (...values: readonly (readonly [string, string, number])[]): FixtureAnswer =>
  answer(HomeKinds, {
    search: {
      totalCount: values.reduce((sum, [, , count]) => sum + count, 0),
      facets: [{ name: 'kind', values: values.map(([value, label, count]) => ({ value, label, count })) }],
    },
  })

const verses = [
  '空山新雨后，天气晚来秋。',
  '明月松间照，清泉石上流。',
  '竹喧归浣女，莲动下渔舟。',
  '随意春芳歇，王孙自可留。',
]

export const fixtures: BlockFixtures = {
  empty: {
    fields: { ...fields, showKinds: false, showDaily: false },
  },
  one: {
    fields,
    answers: [kinds(['poem', '诗词', 1]), answer(DailyPoem, poem(verses.slice(0, 2)))],
  },
  many: {
    fields: {
      ...fields,
      lead: {
        'zh-CN': '从《诗经》到清词，历代诗词与典籍全文可读；怎么记得就怎么找。',
        en: 'From the Book of Songs to the lyrics of the Qing: search by title, author or a line you remember.',
      },
    },
    answers: [
      kinds(
        ['poem', '诗词', 391_206],
        ['book', '图书', 12_480],
        ['government', '政府信息', 3_120],
        ['course', '公开课', 88],
      ),
      answer(DailyPoem, poem(verses)),
    ],
  },
  long: {
    fields: {
      ...fields,
      title: {
        'zh-CN': '一次检索，遍览全国各地公共图书馆的诗词典籍、期刊报纸、公开课程、政府信息与网络资源',
        en: 'One search over books, poems, courses and all documents',
      },
      lead: {
        'zh-CN': '书籍是人类进步的阶梯，'.repeat(20),
        en: 'Books are the ladder of progress. '.repeat(8),
      },
      button: { 'zh-CN': '检索全部资源', en: 'Search everything' },
    },
    answers: [
      kinds(['poem', '诗词曲赋与民间歌谣谚语', 391_206_000], ['book', '图书', 12_480]),
      answer(DailyPoem, poem(Array.from({ length: 40 }, () => verses.join('')))),
    ],
  },
  others: {
    'a picture beside the search': {
      fields: { ...fields, showDaily: false, picture: { id: 'picture-0' } },
      answers: [answer(SitePictures, { siteAssets: [samplePicture(0)] })],
    },
    'a picture and a poem': {
      fields: { ...fields, picture: { id: 'picture-0' } },
      answers: [
        answer(SitePictures, { siteAssets: [samplePicture(0)] }),
        answer(DailyPoem, poem(verses)),
        kinds(['poem', '诗词', 391_206]),
      ],
    },
    'a picture that is gone': {
      fields: { ...fields, showDaily: false, picture: { id: 'picture-0' } },
      answers: [answer(SitePictures, { siteAssets: [null] })],
    },
  },
  refused: {
    'a title of two lines': { ...fields, title: { 'zh-CN': '上\n下' } },
    'a title in no language': { ...fields, title: {} },
    'a script beside the fields': { ...fields, script: 'alert(1)' },
  },
}
