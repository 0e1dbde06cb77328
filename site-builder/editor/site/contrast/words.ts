/** Words on the contrast of a theme. */
import { laterWords } from '../../later-words.ts'

export const words = laterWords('the contrast of themes', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).contrastZh,
  en: async () => (await import('./messages/en.ts')).contrastEn,
})
