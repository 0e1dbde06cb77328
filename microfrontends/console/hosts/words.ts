/** The words of this section. */
import { sectionWords } from '../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('hosts', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).hosts,
  en: async () => (await import('./messages/en.ts')).hosts,
})
