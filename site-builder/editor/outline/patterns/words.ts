/** Words around ready sections, which come with the palette. */
import { laterWords } from '../../later-words.ts'

export const words = laterWords('ready sections', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).patternsZh,
  en: async () => (await import('./messages/en.ts')).patternsEn,
})
