import { expect, it } from 'vitest'
import { soundOf } from './sound.ts'

it.each([
  ['静夜思', 'Jìng yè sī'],
  ['靜夜思', 'Jìng yè sī'],
  ['樂遊原', 'Lè yóu yuán'],
  ['水调歌头·明月几时有', 'Shuǐ diào gē tóu · míng yuè jǐ shí yǒu'],
  ['三字經（傳統版）', 'Sān zì jīng (chuán tǒng bǎn)'],
  ['感遇十二首 一', 'Gǎn yù shí èr shǒu yī'],
  ['[安定]城樓', '[Ān dìng] chéng lóu'],
  ['《诗》，乐歌', '“Shī”, yuè gē'],
  // Words of old titles that a dictionary of today reads otherwise.
  ['將進酒', 'Qiāng jìn jiǔ'],
  ['重過何氏', 'Chóng guò hé shì'],
  ['重阳', 'Chóng yáng'],
  // Letters stay, and a character that nobody can read.
  ['ABC工作', 'ABC gōng zuò'],
])('%s sounds %s', async (title, sound) => {
  expect(await soundOf(title)).toBe(sound)
})

it.each([['Analects'], [''], ['…'], ['静'.repeat(61)]])('nothing is said of %j', async (title) => {
  expect(await soundOf(title)).toBeNull()
})
