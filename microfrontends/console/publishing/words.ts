/** The words of this section. */
import { sectionWords } from '../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('publishing', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).publishing,
  en: async () => (await import('./messages/en.ts')).publishing,
})
