// What a kind tells readers of its details: lines of a description, each with its label.
import { nameOf, words, type Entry, type Words } from '@shuxiang/vocabulary'

/** One line of the description on a record's page. */
export interface Fact {
  readonly label: Words
  /** A text of the data stands for both languages. */
  readonly value: string | Words
  /** Where the value leads. */
  readonly url?: string
}

/** A fact as a list: none when there is no value. */
export function fact(label: Words, value: string | Words | undefined, url?: string): Fact[] {
  if (value === undefined || value === '') return []
  return [{ label, value, ...(url === undefined ? {} : { url }) }]
}

/** The name of a code in both languages. */
export function codeWords(table: readonly Entry[], code: string): Words {
  return words(nameOf(table, code, 'zh-CN'), nameOf(table, code, 'en'))
}

/** Texts of the data in a row; undefined for none. */
export function listWords(texts: readonly string[]): Words | undefined {
  return texts.length === 0 ? undefined : words(texts.join('、'), texts.join(', '))
}

/** Made when the first number is written out: the two cost ten milliseconds, which every start would pay. */
let formats: { readonly chinese: Intl.NumberFormat; readonly english: Intl.NumberFormat } | null = null

/** A number, grouped as the language does. */
export function countWords(count: number): Words {
  formats ??= { chinese: new Intl.NumberFormat('zh-CN'), english: new Intl.NumberFormat('en') }
  return words(formats.chinese.format(count), formats.english.format(count))
}

/** Seconds in words: 1小时2分钟, 1 hr, 2 min. Seconds stand only where there are no hours. */
export function durationWords(seconds: number): Words {
  const minutes = seconds < 3600 ? Math.floor(seconds / 60) : Math.round(seconds / 60)
  const parts = [
    { unit: 'hour', n: Math.floor(minutes / 60) },
    { unit: 'minute', n: minutes % 60 },
    { unit: 'second', n: seconds < 3600 ? seconds % 60 : 0 },
  ].filter(({ n }) => n > 0)
  const inLanguage = (language: string): string[] =>
    parts.map(({ unit, n }) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(n),
    )
  return words(inLanguage('zh-CN').join(''), inLanguage('en').join(' '))
}

/** Pixels: 4,096 × 3,000 px. */
export function pixelWords(width: number | undefined, height: number | undefined): Words | undefined {
  if (width === undefined || height === undefined) return undefined
  const [across, down] = [countWords(width), countWords(height)]
  return words(`${across['zh-CN']} × ${down['zh-CN']} 像素`, `${across.en} × ${down.en} px`)
}
