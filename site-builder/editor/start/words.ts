/** The words of a beginning, which come with it. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('the beginning', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).startZh,
  en: async () => (await import('./messages/en.ts')).startEn,
})
