/** States of `daily-poem`. */
import { DailyPoem } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures } from '../testing/fixture.ts'
import { poem } from '../testing/sample-poem.ts'

const verses = [
  '空山新雨后，天气晚来秋。',
  '明月松间照，清泉石上流。',
  '竹喧归浣女，莲动下渔舟。',
  '随意春芳歇，王孙自可留。',
]

export const fixtures: BlockFixtures = {
  empty: { fields: {}, answers: [answer(DailyPoem, { dailyPoem: null })] },
  one: { fields: {}, answers: [answer(DailyPoem, poem(verses.slice(0, 2)))] },
  many: { fields: {}, answers: [answer(DailyPoem, poem(verses))] },
  long: { fields: {}, answers: [answer(DailyPoem, poem(Array.from({ length: 60 }, () => verses.join(''))))] },
  refused: { 'a poem of one’s own': { poem: 'p1' } },
}
