/** The words of working together, which come when the desk stands. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('working together', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).togetherZh,
  en: async () => (await import('./messages/en.ts')).togetherEn,
})
