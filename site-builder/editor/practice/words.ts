/** Words of practice, which come with it. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('practice', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).practiceZh,
  en: async () => (await import('./messages/en.ts')).practiceEn,
})
