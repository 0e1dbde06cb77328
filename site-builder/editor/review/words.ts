/** Words of review before publishing. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('review', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).reviewZh,
  en: async () => (await import('./messages/en.ts')).reviewEn,
})
