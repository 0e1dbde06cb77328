/** Words of the history. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('the history', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).historyZh,
  en: async () => (await import('./messages/en.ts')).historyEn,
})
