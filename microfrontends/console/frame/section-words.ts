/** Words that come with a section, so that no other page of the console carries them. */
import { loadMessages, messageTools, usePortal, type MessageTools } from '@shuxiang/sdk'
import type { Locale, MessageSource } from '@shuxiang/sdk/contract'

export interface SectionWords {
  /** Fetches them. @throws when they cannot be had. */
  loadWords(locale: Locale): Promise<void>
  /** For parts of the section, which are drawn when `loadWords` has resolved. */
  useWords(): MessageTools
}

export function sectionWords(section: string, source: MessageSource): SectionWords {
  const loaded = new Map<Locale, MessageTools>()
  return {
    async loadWords(locale) {
      if (!loaded.has(locale)) loaded.set(locale, messageTools(await loadMessages(source, locale), locale))
    },
    useWords() {
      const words = loaded.get(usePortal().locale)
      if (!words) throw new Error(`Words of the section ${section} are used before they are loaded.`)
      return words
    },
  }
}
