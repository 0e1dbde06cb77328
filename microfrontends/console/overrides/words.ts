/** The words of this section. */
import { sectionWords } from '../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('overrides', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).overrides,
  en: async () => (await import('./messages/en.ts')).overrides,
})
