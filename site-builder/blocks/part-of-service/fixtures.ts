/** States of `part-of-service`. */
import type { BlockFixtures } from '../testing/fixture.ts'

const title = { 'zh-CN': '我的书架', en: 'My shelf' }

export const fixtures: BlockFixtures = {
  empty: { fields: { offer: '' } },
  one: { fields: { offer: 'account/shelf' } },
  many: { fields: { offer: 'account/shelf', title } },
  long: {
    fields: {
      offer: `${'a'.repeat(41)}/${'b'.repeat(41)}`,
      title: {
        'zh-CN': '登录以后在本馆网站和全国门户上收藏过的图书、期刊、诗词与古籍都会出现在这一处书架上',
        en: 'Whatever you have kept on this site or the portal is here',
      },
    },
  },
  refused: { 'a title of two lines': { offer: 'account/shelf', title: { 'zh-CN': '一\n二' } } },
}
