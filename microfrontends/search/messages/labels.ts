/** Messages in the reader's locale, and the language of texts that come with the data. Codes are named by the graph. */
import { useMessages, type MessageTools } from '@shuxiang/sdk'
import type { Reading } from '../operations.generated.ts'

export interface Labels extends MessageTools {
  /** A piece of how a query was read: what is looked for and where, or a sign between two. */
  piece(piece: Reading['pieces'][number]): string
  /** Language of labels that come with the data, when it is not that of the page; for `lang`. */
  readonly dataLanguage: 'zh-Hans' | undefined
  /** The same for one text, which the graph may have in the reader's language, or with that before it: Su Shi 苏轼. */
  languageOf(text: string): 'zh-Hans' | undefined
}

const made = new WeakMap<MessageTools, Labels>()

/** The labels in the reader's locale, the same object for all components of an app. */
export function useLabels(): Labels {
  const tools = useMessages()
  const labels = made.get(tools) ?? labelsOf(tools)
  made.set(tools, labels)
  return labels
}

function labelsOf(tools: MessageTools): Labels {
  const { locale, has, t } = tools
  return {
    ...tools,
    piece({ type, field, text }) {
      if (has(`reading.sign.${type}`)) return t(`reading.sign.${type}`)
      const where = has(`reading.field.${field}`) ? t(`reading.field.${field}`) : ''
      return where + t(has(`reading.${type}`) ? `reading.${type}` : 'quoted', { text })
    },
    dataLanguage: locale === 'zh-CN' ? undefined : 'zh-Hans',
    languageOf: (text) =>
      locale !== 'zh-CN' && /^[^A-Za-z]*\p{Script=Han}/u.test(text) ? 'zh-Hans' : undefined,
  }
}
