/** States of `go-on`: what fills it is on the reader's device. */
import type { BlockFixtures } from '../testing/fixture.ts'

export const fixtures: BlockFixtures = {
  empty: { fields: { title: { 'zh-CN': '接着读' } } },
  one: { fields: { title: { 'zh-CN': '接着读', en: 'Go on reading' } } },
  many: { fields: { title: { 'zh-CN': '上次读到这里', en: 'Where you were' } } },
  long: {
    fields: {
      title: {
        'zh-CN': '您上一次在这台设备的浏览器里打开以后还没有读完的诗词、典籍与其他各种文字',
        en: 'What you opened on this device and did not read to the end',
      },
    },
  },
  refused: { 'a title of two lines': { title: { 'zh-CN': '一\n二' } } },
}
