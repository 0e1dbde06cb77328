/** Words of pictures and files. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('pictures and files', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).filesZh,
  en: async () => (await import('./messages/en.ts')).filesEn,
})
