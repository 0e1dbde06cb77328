import type { MessageSource } from '@shuxiang/sdk/contract'

export const messages: MessageSource = {
  'zh-CN': async () => (await import('./zh-CN.ts')).chinese,
  en: async () => (await import('./en.ts')).english,
}
