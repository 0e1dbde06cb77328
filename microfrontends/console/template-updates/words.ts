/** The words of this section. */
import { sectionWords } from '../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('template-updates', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).templateUpdates,
  en: async () => (await import('./messages/en.ts')).templateUpdates,
})
