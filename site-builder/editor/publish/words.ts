/** Words of publishing. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('publishing', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).publishZh,
  en: async () => (await import('./messages/en.ts')).publishEn,
})
