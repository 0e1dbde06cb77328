/** The words of this section: they come with it, so that no other page of the console carries them. */
import { loadMessages, messageTools, usePortal, type MessageTools } from '@shuxiang/sdk'
import type { Locale, MessageSource } from '@shuxiang/sdk/contract'

const source: MessageSource = {
  'zh-CN': async () => (await import('./messages/zh-CN.ts')).visiting,
  en: async () => (await import('./messages/en.ts')).visiting,
}
const loaded = new Map<Locale, MessageTools>()

/** Fetches them. @throws when they cannot be had. */
export async function loadWords(locale: Locale): Promise<void> {
  if (!loaded.has(locale)) loaded.set(locale, messageTools(await loadMessages(source, locale), locale))
}

/** For parts of the section, which are drawn when `loadWords` has resolved. */
export function useWords(): MessageTools {
  const words = loaded.get(usePortal().locale)
  if (!words) throw new Error('Words of the section visiting are used before they are loaded.')
  return words
}
