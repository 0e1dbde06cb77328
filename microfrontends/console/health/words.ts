/** The words of this section. */
import { sectionWords } from '../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('health', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).health,
  en: async () => (await import('./messages/en.ts')).health,
})
