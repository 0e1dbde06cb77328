/** Names of persons in pinyin as books print them: Sū Shì, Ōuyáng Xiū. Source: GB/T 28039-2011. */

import { pinyinWord } from '@shuxiang/vocabulary'
import { tonedSyllables } from './pinyin.ts'

/** Surnames of two characters that poets of the past bore. */
const compound = new Set(
  '欧阳 司马 上官 诸葛 尉迟 长孙 令狐 皇甫 公孙 慕容 宇文 司空 独孤 鲜于 夏侯 东方 万俟 端木 呼延 淳于 纳兰 完颜 耶律 贺兰 綦毋 闾丘 西门 公羊 第五'.split(
    ' ',
  ),
)

/** Two that a dictionary reads in another way. */
const surnames: Readonly<Record<string, string>> = { 万俟: 'Mòqí', 尉迟: 'Yùchí', 长孙: 'Zhǎngsūn' }

/** What stands behind the name of a person who is known by a title or a style. */
const styled = /(?:皇帝|公主|居士|道人|山人|先生|老人|散人|退士|隐者|小山|禅师|法师)$/

/**
 * `person` is a surname and what follows it; a longer name without a surname of two characters is one word, and a title
 * behind it another. `called` always begins with a surname; `word` has none, such as a courtesy name. Null for a name that
 * is not written in Han characters only. The characters are simplified ones.
 */
export function tonedName(name: string, as: 'person' | 'called' | 'word' = 'person'): string | null {
  const chars = [...name]
  if (chars.length === 0 || chars.length > 12 || !chars.every((char) => /\p{Script=Han}/u.test(char)))
    return null
  const syllables = tonedSyllables(name, as === 'word' ? 'title' : 'name')
  if (syllables.length !== chars.length) return null
  const head = chars.slice(0, 2).join('')
  const size =
    as === 'word' || chars.length === 1
      ? 0
      : compound.has(head)
        ? 2
        : as === 'person' && chars.length > 3
          ? 0
          : 1
  if (size === 0 && as === 'person' && styled.test(name))
    return `${pinyinWord(syllables.slice(0, -2))} ${pinyinWord(syllables.slice(-2))}`
  const family = size === 2 && surnames[head] ? surnames[head] : pinyinWord(syllables.slice(0, size))
  return [family, pinyinWord(syllables.slice(size))].filter((part) => part !== '').join(' ')
}
