/** The words of this section. */
import { sectionWords } from '../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('files', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).files,
  en: async () => (await import('./messages/en.ts')).files,
})
