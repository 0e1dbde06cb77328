/** Messages by language; a page loads those of its reader. */
import type { MessageSource } from '@shuxiang/sdk/contract'

export const messages: MessageSource = {
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  en: async () => (await import('./en.ts')).en,
}
