/** Words of the page as it is printed. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('the printed page', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).printingZh,
  en: async () => (await import('./messages/en.ts')).printingEn,
})
