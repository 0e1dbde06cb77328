/** Words of comparing two versions of a page. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('comparing', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).compareZh,
  en: async () => (await import('./messages/en.ts')).compareEn,
})
