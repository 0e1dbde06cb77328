/** Words of the translations side by side. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('the translations', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).translationsZh,
  en: async () => (await import('./messages/en.ts')).translationsEn,
})
