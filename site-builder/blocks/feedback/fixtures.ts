/** States of `feedback`. */
import type { BlockFixtures } from '../testing/fixture.ts'

const title = { 'zh-CN': '写给图书馆', en: 'Write to the library' }
const about = { 'zh-CN': '我们在五个工作日内答复。', en: 'We answer within five working days.' }

export const fixtures: BlockFixtures = {
  empty: { fields: { title } },
  one: { fields: { title, about } },
  many: { fields: { title, about } },
  long: {
    fields: {
      title: {
        'zh-CN': '对本馆服务、环境、馆藏资源和网站有任何意见、建议、投诉或咨询都可以在这里告诉我们',
        en: 'Anything about our service, rooms, collection or site',
      },
      about: { 'zh-CN': '说明很长。'.repeat(70), en: 'A long account. '.repeat(24) },
    },
  },
  refused: { 'a title of two lines': { title: { 'zh-CN': '一\n二' } } },
}
