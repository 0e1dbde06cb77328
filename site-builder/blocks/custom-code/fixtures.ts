/** States of `custom-code`. */
import { SiteCode } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'

const title = { 'zh-CN': '距百年馆庆还有', en: 'Until the library is a hundred years old' }
const code = 'n330110-3f2a9b1c'
const found = (height: number): FixtureAnswer =>
  answer(SiteCode, { pageCode: { id: code, sha256: '5f'.repeat(32), height } })

export const fixtures: BlockFixtures = {
  empty: { fields: { title, code: '' } },
  one: { fields: { title, code }, answers: [found(160)] },
  many: {
    fields: {
      title,
      code: ` ${code} `,
      caption: {
        'zh-CN': '数到 2027 年 3 月 1 日。\n看不到数字时，请看“馆史”一页。',
        en: 'It counts to 1 March 2027.\nWithout it, see the page on our history.',
      },
    },
    answers: [found(400)],
  },
  long: {
    fields: {
      title: {
        'zh-CN': '古籍里的二十四节气：拖动日晷看一天里影子怎样移动的互动小游戏（青少年版，含答案与讲解）',
        en: 'The twenty-four solar terms in old books: move the sundial',
      },
      code,
      caption: { 'zh-CN': '一段很长的说明。'.repeat(60), en: 'A long account of it. '.repeat(20) },
    },
    answers: [found(1200)],
  },
  others: {
    'not approved': { fields: { title, code }, answers: [answer(SiteCode, { pageCode: null })] },
  },
  refused: { 'two lines of a number': { title, code: 'n330110-3f2a\n9b1c' } },
}
