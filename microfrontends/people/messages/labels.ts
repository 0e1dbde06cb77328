/** Messages in the reader's locale, and the language of texts that come with the data. */
import { useMessages, type MessageTools } from '@shuxiang/sdk'

export interface Labels extends MessageTools {
  /** Language of a text that may be Chinese on a page that is not; for `lang`. */
  languageOf(text: string): 'zh-Hans' | undefined
}

export function useLabels(): Labels {
  const tools = useMessages()
  return {
    ...tools,
    languageOf: (text) =>
      tools.locale !== 'zh-CN' && /^[^A-Za-z]*\p{Script=Han}/u.test(text) ? 'zh-Hans' : undefined,
  }
}
