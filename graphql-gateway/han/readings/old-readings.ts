// How old texts read a character: by the words it stands in, then by its place in the clause.
import { OLD_WORDS } from './old-words.ts'

interface Word {
  readonly word: string
  /** Places in the word at which the syllable is heard. */
  readonly at: readonly number[]
  readonly heard: Heard
}

/** A syllable, and whether anything decides it. */
export interface Heard {
  readonly syllable: string
  readonly sure: boolean
  /** Characters of the word that decides; absent where none does. */
  readonly length?: number
}

/** First and second character to the words that begin with them: many words begin with 不. */
const beginnings = new Map<string, Map<string, Word[]>>()
/** Each character of the table, with how it is read where nothing decides. */
const usual = new Map<string, string>()
for (const line of OLD_WORDS.trim().split('\n')) {
  const [char = '', syllable = '', ...words] = line.split(' ')
  if (!usual.has(char)) usual.set(char, syllable)
  for (const word of words) {
    const at = [...word].flatMap((one, i) => (one === char ? [i] : []))
    const [first = '', second = ''] = word
    const seconds = beginnings.get(first) ?? new Map<string, Word[]>()
    beginnings.set(first, seconds)
    seconds.set(second, [
      ...(seconds.get(second) ?? []),
      { word, at, heard: { syllable, sure: true, length: word.length } },
    ])
  }
}
for (const [char, syllable] of Object.entries({
  ...{ 朝: 'cháo', 间: 'jiān', 相: 'xiāng', 恶: 'è', 斜: 'xié', 鲜: 'xiān', 弟: 'dì', 说: 'shuō', 与: 'yǔ' },
  ...{ 景: 'jǐng', 少: 'shǎo', 长: 'cháng', 行: 'xíng', 尽: 'jìn', 中: 'zhōng', 骑: 'qí', 更: 'gèng' },
  ...{ 当: 'dāng', 教: 'jiào', 应: 'yīng', 将: 'jiāng', 乐: 'lè', 难: 'nán', 女: 'nǚ', 语: 'yǔ', 雨: 'yǔ' },
  ...{ 王: 'wáng', 食: 'shí', 夫: 'fū', 衣: 'yī', 论: 'lùn', 宿: 'sù', 几: 'jǐ', 塞: 'sài', 胜: 'shèng' },
  ...{ 数: 'shù', 分: 'fēn', 处: 'chù', 空: 'kōng', 传: 'chuán', 冠: 'guān', 没: 'mò', 泥: 'ní', 好: 'hǎo' },
  ...{ 浅: 'qiǎn', 溅: 'jiàn', 骠: 'piào', 见: 'jiàn', 重: 'zhòng', 泊: 'bó', 为: 'wéi' },
  ...{ 共: 'gòng', 道: 'dào', 有: 'yǒu' },
}))
  if (usual.has(char)) usual.set(char, syllable)

/**
 * What the words of a text decide, at the place of each character: the longest word wins, and two as long that differ
 * leave it open.
 *
 * @param text - simplified, one character each
 */
export function heardIn(text: readonly string[]): readonly (Heard | undefined)[] {
  const heard = new Array<Heard | undefined>(text.length).fill(undefined)
  const lengths = new Uint8Array(text.length)
  for (let start = 0; start < text.length; start++) {
    const words = beginnings.get(text[start] ?? '')?.get(text[start + 1] ?? '')
    if (words === undefined) continue
    for (const { word, at, heard: one } of words) {
      if (!standsAt(text, start, word)) continue
      for (const offset of at) {
        const place = start + offset
        const before = heard[place]
        const length = lengths[place] ?? 0
        if (before && length > word.length) continue
        heard[place] =
          before && length === word.length && before.syllable !== one.syllable
            ? { syllable: before.syllable, sure: false }
            : one
        lengths[place] = word.length
      }
    }
  }
  return heard
}

function standsAt(text: readonly string[], start: number, word: string): boolean {
  for (let i = 2; i < word.length; i++) if (text[start + i] !== word[i]) return false
  return true
}

/** After these 与 that ends a clause is the word itself, not the question. */
const WITH = new Set('谁相所可不莫无能天施取付赐参易')
const NUMERALS = new Set('一二三四五六七八九十百千万数几两')

/** A character of the table that stands in none of its words; null for all others. */
export function heardAlone(char: string, previous: string, ends: boolean): Heard | null {
  const syllable = usual.get(char)
  if (syllable === undefined) return null
  if (char === '与') return ends ? { syllable: 'yú', sure: !WITH.has(previous) } : { syllable, sure: true }
  if (char === '还' || char === '中' || char === '间') return { syllable, sure: ends }
  if (char === '相') return { syllable, sure: !ends }
  if (char === '重' && NUMERALS.has(previous)) return { syllable: 'chóng', sure: true }
  return { syllable, sure: PLAIN.has(char) }
}

/** Read in one way wherever the table does not name a word. */
const PLAIN = new Set(
  '景斜浅溅泥雨共道有大给饮薄姥覃什父知孙归从内被罢石钿伯费乡于达县亨汨拂浪载鞞觉冯洗遗施宛汶射苔似得会房',
)
