/** States of `rich-text`. */
import type { BlockFixtures } from '../testing/fixture.ts'

const paragraph = (text: string) => ({ type: 'paragraph', runs: [{ text }] })
const about =
  '余杭区图书馆创建于一九五六年，馆藏以地方文献与古籍见长，收藏历代余杭籍人士著述、方志与家谱三千余种。馆舍全年开放，读者凭身份证即可入馆阅览。'

export const fixtures: BlockFixtures = {
  empty: { fields: { body: { 'zh-CN': [] } } },
  one: { fields: { body: { 'zh-CN': [paragraph(about)] } } },
  many: {
    fields: {
      body: {
        'zh-CN': [
          { type: 'heading', level: 2, runs: [{ text: '关于本馆' }] },
          {
            type: 'paragraph',
            runs: [
              { text: about },
              { text: '借阅规则见' },
              { text: '办证与借阅', marks: [{ type: 'link', to: '/libraries' }] },
              { text: '。' },
            ],
          },
          { type: 'heading', level: 3, runs: [{ text: '怎样办证' }] },
          {
            type: 'list',
            ordered: true,
            items: [[{ text: '带身份证到一楼服务台；' }], [{ text: '或在“我的图书馆”里申请，三天内寄到。' }]],
          },
          { type: 'quote', runs: [{ text: '书籍是屹立在时间的汪洋大海中的灯塔。' }] },
        ],
        en: [
          { type: 'heading', level: 2, runs: [{ text: 'About us' }] },
          paragraph(
            'The library was founded in 1956 and is known for local history and old books: works by people of Yuhang, gazetteers and genealogies, some three thousand of them.',
          ),
          {
            type: 'list',
            ordered: false,
            items: [[{ text: 'Open all year.' }], [{ text: 'Bring an identity card.' }]],
          },
        ],
      },
    },
  },
  long: {
    fields: { body: { 'zh-CN': Array.from({ length: 20 }, () => paragraph(about.repeat(3))) } },
  },
  others: {
    'in another language': { fields: { body: { en: [paragraph('Only English so far.')] } } },
    'with links to what is gone': {
      fields: {
        body: {
          'zh-CN': [
            { type: 'paragraph', runs: [{ text: '旧页面', marks: [{ type: 'link', to: 'page:gone' }] }] },
          ],
        },
      },
    },
  },
  refused: {
    'HTML instead of text': { body: { 'zh-CN': '<p>x</p>' } },
    'a node that is none': { body: { 'zh-CN': [{ type: 'script', runs: [{ text: 'x' }] }] } },
    'a mark that is none': {
      body: { 'zh-CN': [{ type: 'paragraph', runs: [{ text: 'x', marks: [{ type: 'style', css: 'x' }] }] }] },
    },
  },
}
