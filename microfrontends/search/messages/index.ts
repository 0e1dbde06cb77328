/** The messages of search: a reader is sent those of their language only. */
import type { MessageSource } from '@shuxiang/sdk/contract'

export type { MessageKey } from './zh-CN.ts'
export const messages: MessageSource = {
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  en: async () => (await import('./en.ts')).en,
}
