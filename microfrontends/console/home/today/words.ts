/** The words of a library's morning, which come with it. */
import { sectionWords } from '../../frame/section-words.ts'

export const { loadWords, useWords } = sectionWords('home', {
  'zh-CN': async () => ({
    ...(await import('./messages/zh-CN.ts')).today,
    ...(await import('../../mending/messages/zh-CN.ts')).mending,
  }),
  en: async () => ({
    ...(await import('./messages/en.ts')).today,
    ...(await import('../../mending/messages/en.ts')).mending,
  }),
})
