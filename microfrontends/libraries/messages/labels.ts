/** Messages in the reader's locale, and what libraries have said in it. */
import { useMessages, type MessageTools } from '@shuxiang/sdk'

export interface Said {
  readonly language: string
  readonly text: string
}

export interface Labels extends MessageTools {
  /** Language of a text that may be Chinese on a page that is not; for `lang`. */
  languageOf(text: string): 'zh-Hans' | undefined
  /** A text in the reader's language, else in another that there is; null: in none. `lang` where it differs. */
  said(texts: readonly Said[]): { readonly text: string; readonly lang: string | undefined } | null
}

export function useLabels(): Labels {
  const tools = useMessages()
  return {
    ...tools,
    languageOf: (text) => (tools.locale !== 'zh-CN' && /\p{Script=Han}/u.test(text) ? 'zh-Hans' : undefined),
    said(texts) {
      const filled = texts.filter(({ text }) => text.trim() !== '')
      const own = filled.find(({ language }) => language === tools.locale) ?? filled[0]
      if (!own) return null
      return { text: own.text, lang: own.language === tools.locale ? undefined : own.language }
    },
  }
}
