/** States of `quotation`. */
import type { BlockFixtures } from '../testing/fixture.ts'

const text = {
  'zh-CN': '读书破万卷，下笔如有神。',
  en: 'Having read ten thousand books, one writes as if inspired.',
}

export const fixtures: BlockFixtures = {
  empty: { fields: { text } },
  one: { fields: { text, by: { 'zh-CN': '杜甫', en: 'Du Fu' } } },
  many: {
    fields: {
      text,
      by: { 'zh-CN': '杜甫', en: 'Du Fu' },
      source: { 'zh-CN': '《奉赠韦左丞丈二十二韵》', en: 'To Minister Wei' },
      to: 'record:b1',
    },
  },
  long: {
    fields: {
      text: {
        'zh-CN': '少而好学，如日出之阳；壮而好学，如日中之光；老而好学，如炳烛之明。'.repeat(10),
        en: 'Learning in youth is the sun at dawn. '.repeat(10),
      },
      by: {
        'zh-CN': '师旷答晋平公问学，刘向据旧闻整理并记入其所编之书',
        en: 'Music master Kuang in answer to Duke Ping of Jin',
      },
      source: { 'zh-CN': '《说苑·建本》', en: 'Garden of Stories, “Establishing the Root”' },
    },
  },
  others: { 'a source that is gone': { fields: { text, source: { 'zh-CN': '旧页' }, to: 'page:gone' } } },
  refused: {
    'a link to a script': { text, source: { 'zh-CN': 'x' }, to: 'javascript:alert(1)' },
    'a link to another host in disguise': { text, to: '//evil.example' },
    'a link with a password': { text, to: 'https://a:b@evil.example' },
  },
}
