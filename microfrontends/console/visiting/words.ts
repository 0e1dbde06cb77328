/** The words of this section. */
import { sectionWords } from '../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('visiting', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).visiting,
  en: async () => (await import('./messages/en.ts')).visiting,
})
