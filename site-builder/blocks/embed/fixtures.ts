/** States of `embed`. */
import type { BlockFixtures } from '../testing/fixture.ts'

const title = { 'zh-CN': '古籍是怎样修复的', en: 'How old books are mended' }

export const fixtures: BlockFixtures = {
  empty: { fields: { title, address: '' } },
  one: { fields: { title, address: 'https://www.bilibili.com/video/BV1xx411c7mD/?spm_id_from=333' } },
  many: {
    fields: {
      title,
      address: 'https://v.qq.com/x/cover/mzc00200abc/x0034abcd12.html',
      about: {
        'zh-CN': '修复师一边补书页，一边讲怎样选纸、怎样打浆糊。\n全长 12 分钟，有字幕。',
        en: 'A restorer mends pages and tells how paper is chosen.\nTwelve minutes, with subtitles.',
      },
    },
  },
  long: {
    fields: {
      title: {
        'zh-CN': '古籍修复师谈明代地方志的修复：选纸、配浆、补洞、压平、装订全过程纪录片（上下集合并版）',
        en: 'Mending a gazetteer of the Ming: paper, paste, holes',
      },
      address: `https://music.163.com/#/song?id=28949444&from=${'x'.repeat(150)}`,
      about: {
        'zh-CN': '一段很长的内容说明。'.repeat(60),
        en: 'A long account of what is in it. '.repeat(25),
      },
    },
  },
  others: {
    youku: { fields: { title, address: 'https://v.youku.com/v_show/id_XNDA5NTQ3OTcyOA==.html' } },
  },
  refused: { 'two lines of address': { title, address: 'https://www.bilibili.com/\nvideo/BV1xx411c7mD' } },
}
