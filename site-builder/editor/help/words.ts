/** Words of help, which come with it. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('help', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).helpZh,
  en: async () => (await import('./messages/en.ts')).helpEn,
})
