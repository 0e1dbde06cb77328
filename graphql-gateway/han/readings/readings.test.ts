import { describe, expect, it } from 'vitest'
import { readingsOf } from './readings.ts'

describe('the reading of a text', () => {
  it.each([
    ['床前明月光', 'chuáng qián míng yuè guāng'],
    ['牀前明月光，疑是地上霜。', 'chuáng qián míng yuè guāng yí shì dì shàng shuāng'],
    // A phrase decides what one character does not.
    ['重慶銀行', 'chóng qìng yín háng'],
    // So does the way in which it is written.
    ['白髮三千丈', 'bái fà sān qiān zhàng'],
    // No sandhi: tones are those of a dictionary.
    ['不是', 'bù shì'],
    ['', ''],
    ['moon, 2026', ''],
  ])('%s is %s', async (text, readings) => {
    expect(await readingsOf(text)).toBe(readings)
  })

  it('marks what nothing decides', async () => {
    expect(await readingsOf('行行重行行')).toMatch(/^xíng\? xíng\? \S+\? xíng\? xíng\?$/)
    expect(await readingsOf('不亦说乎')).toBe('bù yì shuō? hū')
  })

  it('gives one syllable for each Han character, whatever stands between', async () => {
    const text = '上[蘭]，A𠮷〇。\n龘！'
    expect((await readingsOf(text)).split(' ')).toHaveLength(5)
  })
})
