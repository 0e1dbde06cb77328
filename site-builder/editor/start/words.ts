/** The words of a beginning, which come with it: the desk is open without them. */
import { loadMessages, messageTools, usePortal, type MessageTools } from '@shuxiang/sdk'
import type { Locale, MessageSource } from '@shuxiang/sdk/contract'

const source: MessageSource = {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).startZh,
  en: async () => (await import('./messages/en.ts')).startEn,
}
const loaded = new Map<Locale, MessageTools>()

/** Fetches them. @throws when they cannot be had. */
export async function loadStartWords(locale: Locale): Promise<void> {
  if (!loaded.has(locale)) loaded.set(locale, messageTools(await loadMessages(source, locale), locale))
}

/** For parts of the beginning, which are drawn when they are loaded. */
export function useStartWords(): MessageTools {
  const words = loaded.get(usePortal().locale)
  if (!words) throw new Error('Words of the beginning are used before they are loaded.')
  return words
}

/** In both languages, for what is written onto pages. @throws when they cannot be had. */
export async function bothWords(): Promise<Readonly<Record<Locale, MessageTools>>> {
  const [chinese, english] = await Promise.all([loadMessages(source, 'zh-CN'), loadMessages(source, 'en')])
  return { 'zh-CN': messageTools(chinese, 'zh-CN'), en: messageTools(english, 'en') }
}
