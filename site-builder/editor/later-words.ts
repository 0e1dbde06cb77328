/** Words that come with a part of the editor which is loaded when it is wanted: the desk is open without them. */
import { loadMessages, messageTools, usePortal, type MessageTools } from '@shuxiang/sdk'
import type { Locale, MessageSource } from '@shuxiang/sdk/contract'

export interface LaterWords {
  /** Fetches them. @throws when they cannot be had. */
  load(locale: Locale): Promise<void>
  /** For components of the part, which are drawn when `load` has resolved. */
  use(): MessageTools
  /** In both languages, for what is written onto pages. @throws when they cannot be had. */
  both(): Promise<Readonly<Record<Locale, MessageTools>>>
}

/** @param part what they belong to, for whoever reads an error. */
export function laterWords(part: string, source: MessageSource): LaterWords {
  const loaded = new Map<Locale, MessageTools>()
  async function tools(locale: Locale): Promise<MessageTools> {
    const there = loaded.get(locale)
    if (there) return there
    const fetched = messageTools(await loadMessages(source, locale), locale)
    loaded.set(locale, fetched)
    return fetched
  }
  return {
    async load(locale) {
      await tools(locale)
    },
    use() {
      const words = loaded.get(usePortal().locale)
      if (!words) throw new Error(`Words of ${part} are used before they are loaded.`)
      return words
    },
    async both() {
      const [chinese, english] = await Promise.all([tools('zh-CN'), tools('en')])
      return { 'zh-CN': chinese, en: english }
    },
  }
}
