/** The words of this section. */
import { sectionWords } from '../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('corrections', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).corrections,
  en: async () => (await import('./messages/en.ts')).corrections,
})
