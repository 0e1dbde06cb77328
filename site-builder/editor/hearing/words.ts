/** Words of the page as it is heard. */
import { laterWords } from '../later-words.ts'

export const words = laterWords('the page as it is heard', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).hearingZh,
  en: async () => (await import('./messages/en.ts')).hearingEn,
})
