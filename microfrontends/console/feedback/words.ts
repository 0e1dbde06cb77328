/** The words of this section. */
import { sectionWords } from '../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('feedback', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).feedback,
  en: async () => (await import('./messages/en.ts')).feedback,
})
