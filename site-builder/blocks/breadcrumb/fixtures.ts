/** States of `breadcrumb`. */
import type { BlockFixtures } from '../testing/fixture.ts'

const here = { 'zh-CN': '办证与借阅', en: 'Cards and lending' }
const step = (zh: string, en: string, to: string) => ({ words: { 'zh-CN': zh, en }, to })

export const fixtures: BlockFixtures = {
  empty: { fields: { above: [], here } },
  one: { fields: { above: [step('服务', 'Services', '/services')], here } },
  many: {
    fields: {
      above: [step('读者', 'Readers', '/readers'), step('服务', 'Services', '/services')],
      here,
    },
  },
  long: {
    fields: {
      above: Array.from({ length: 5 }, () =>
        step('为老年读者与视障读者提供的服务项目', 'Services for older and blind readers', '/services'),
      ),
      here: {
        'zh-CN': '为行动不便的读者送书上门并代为办理续借与归还手续',
        en: 'Books brought home to you, renewed and returned',
      },
    },
  },
  refused: { 'a link that leaves': { above: [step('x', 'x', 'https://example.org')], here } },
}
