import { expect, it } from 'vitest'
import { soundOf } from './sound.ts'
import { TITLE_WORDS } from './title-words.ts'

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
  ['鹿柴', 'Lù zhài'],
  ['夢遊天姥吟留別', 'Mèng yóu tiān mǔ yín liú bié'],
  ['丹青引贈曹霸將軍', 'Dān qīng yǐn zèng cáo bà jiāng jūn'],
  ['贈郭給事', 'Zèng guō jǐ shì'],
  ['召南·采蘋', 'Shào nán · cǎi pín'],
  ['那之什·那', 'Nuó zhī shí · nuó'],
  ['荡之什·召旻', 'Dàng zhī shí · shào mín'],
  ['清平乐·村居', 'Qīng píng yuè · cūn jū'],
  ['踏莎行', 'Tà suō xíng'],
  // By their place.
  ['塞下曲·月黑雁飛高', 'Sài xià qǔ · yuè hēi yàn fēi gāo'],
  ['清溪曲', 'Qīng xī qū'],
  ['曲江對酒', 'Qū jiāng duì jiǔ'],
  ['五代史伶官傳序', 'Wǔ dài shǐ líng guān zhuàn xù'],
  ['传花枝', 'Chuán huā zhī'],
  ['和晉陵陸丞早春遊望', 'Hè jìn líng lù chéng zǎo chūn yóu wàng'],
  ['奉和中書舍人賈至早朝大明宮', 'Fèng hè zhōng shū shè rén jiǎ zhì zǎo cháo dà míng gōng'],
  ['和戎', 'Hé róng'],
  // Letters stay, and a character that nobody can read.
  ['ABC工作', 'ABC gōng zuò'],
])('%s sounds %s', async (title, sound) => {
  expect(await soundOf(title)).toBe(sound)
})

it.each([['Analects'], [''], ['…'], ['静'.repeat(61)]])('nothing is said of %j', async (title) => {
  expect(await soundOf(title)).toBeNull()
})

it.each(TITLE_WORDS.trim().split('\n'))('%s: a syllable for each character, which is pinyin', (line) => {
  const [word = '', ...sound] = line.split(' ')
  expect(sound).toHaveLength([...word].filter((char) => /\p{Script=Han}/u.test(char)).length)
  for (const syllable of sound)
    expect(syllable.normalize('NFD')).toMatch(/^[a-z]+[\u0300\u0301\u0304\u0308\u030c]+[a-z]*$/)
})
