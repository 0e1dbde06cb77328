/** A text as a form holds it: Chinese, English, and what other languages there are, which stay as they are. */
import type { LocalTextInput, WordsPart } from '../../operations.generated.ts'

export interface BothTexts {
  zh: string
  en: string
  readonly others: readonly WordsPart[]
}

export const noText = (): BothTexts => ({ zh: '', en: '', others: [] })

export function bothOf(texts: readonly WordsPart[]): BothTexts {
  const of = (tag: string): string => texts.find(({ language }) => language === tag)?.text ?? ''
  const others = texts.filter(({ language }) => language !== 'zh-CN' && language !== 'en')
  return { zh: of('zh-CN'), en: of('en'), others: others.map(({ language, text }) => ({ language, text })) }
}

/** As the graph takes it; a language in which nothing is said is left out. */
export function textsOf({ zh, en, others }: BothTexts): LocalTextInput[] {
  return [{ language: 'zh-CN', text: zh.trim() }, { language: 'en', text: en.trim() }, ...others].filter(
    ({ text }) => text !== '',
  )
}

/** To be shown to whoever changes it: all of it, in one line. */
export const bothTold = ({ zh, en }: BothTexts): string =>
  [zh, en]
    .map((text) => text.trim())
    .filter(Boolean)
    .join(' / ')
