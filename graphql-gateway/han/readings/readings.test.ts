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
    expect(await readingsOf('鬢毛衰')).toBe('bìn máo shuāi?')
    // Usage of today would say that it is xiān in 98 places of 100.
    expect(await readingsOf('澣濯鮮潔，鮮虞')).toMatch(/ xiān\? yú$/)
    // 舍 is 捨 as often as the house.
    expect(await readingsOf('不舍昼夜')).toBe('bù shè? zhòu yè')
  })

  it('reads old texts by words of theirs, and texts of today as they are spoken', async () => {
    expect(await readingsOf('千里江陵一日還')).toMatch(/ huán$/)
    expect(await readingsOf('他还在说这些事，我们都很乐意')).toMatch(/^tā hái zài shuō? zhè/)
    // No light tone in an old text.
    expect(await readingsOf('妃子笑')).toBe('fēi zǐ xiào')
  })

  it('leaves open what two words of one length read otherwise', async () => {
    expect(await readingsOf('一朝天')).toBe('yī zhāo? tiān')
  })

  it('gives one syllable for each Han character, whatever stands between', async () => {
    const text = '上[蘭]，A𠮷〇。\n龘！'
    expect((await readingsOf(text)).split(' ')).toHaveLength(5)
  })
})
