/** Words of what has changed since somebody was here. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('visits', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).visitsZh,
  en: async () => (await import('./messages/en.ts')).visitsEn,
})
