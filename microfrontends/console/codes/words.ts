/** The words of this section. */
import { sectionWords } from '../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('codes', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).codes,
  en: async () => (await import('./messages/en.ts')).codes,
})
