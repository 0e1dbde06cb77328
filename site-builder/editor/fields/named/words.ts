/** Words of a field whose value is the name of something that there is. */
import { laterWords } from '../../later-words.ts'

export const words = laterWords('a field that names something', {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).namedZh,
  en: async () => (await import('./messages/en.ts')).namedEn,
})
