import { languages } from '@shuxiang/vocabulary'
import { quietly } from '../quietly.ts'

/** Languages in which libraries have documents and words; what they are called comes from the browser. */
export const textLanguages = [
  ...['zh-CN', 'zh-TW', 'en', 'bo', 'mn', 'ug', 'kk', 'ko', 'za', 'ja', 'ru', 'fr', 'de'],
] as const

/** By their script: nobody says “Chinese (China)”. */
const byScript: Readonly<Record<string, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' }

/** How a language is called in the one of the desk; its tag where the browser knows no name, or where it is no tag. */
export function languageNames(locale: string): (tag: string) => string {
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const known = locale.startsWith('zh') ? 'zh-CN' : 'en'
  return (tag) =>
    // Browsers have no name for Classical Chinese, and call scripts in brackets.
    languages.find(({ id }) => id === tag && id.startsWith('lzh'))?.words[known] ??
    quietly(() => names.of(byScript[tag] ?? tag)) ??
    tag
}
