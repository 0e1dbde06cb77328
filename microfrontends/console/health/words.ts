/** The words of this section. */
import { sectionWords } from '../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('health', {
  'zh-CN': async () => ({
    ...(await import('./messages/zh-CN.ts')).health,
    ...(await import('../mending/messages/zh-CN.ts')).mending,
  }),
  en: async () => ({
    ...(await import('./messages/en.ts')).health,
    ...(await import('../mending/messages/en.ts')).mending,
  }),
})
