/** Words of the search over the texts of a page. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('the search over texts', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).findingZh,
  en: async () => (await import('./messages/en.ts')).findingEn,
})
