/** Messages in the reader's locale, and the language of texts that come with the data. Codes are named by the graph. */
import { messageTools, usePortal, type MessageTools } from '@shuxiang/sdk'
import type { Locale } from '@shuxiang/sdk/contract'
import type { Reading } from '../operations.generated.ts'
import { messages } from './index.ts'
import { zhCN } from './zh-CN.ts'

export interface Labels extends MessageTools {
  /** A piece of how a query was read: what is looked for and where, or a sign between two. */
  piece(piece: Reading['pieces'][number]): string
  /** Language of labels that come with the data, when it is not that of the page; for `lang`. */
  readonly dataLanguage: 'zh-Hans' | undefined
  /** The same for one text, which the graph may have in the reader's language. */
  languageOf(text: string): 'zh-Hans' | undefined
}

/** Making formatters costs more than rendering a result; a page has a hundred components that want them. */
const made = new Map<Locale, Labels>()

/** The labels in the reader's locale, the same object for every component. */
export function useLabels(): Labels {
  const { locale } = usePortal()
  const labels = made.get(locale) ?? labelsIn(locale)
  made.set(locale, labels)
  return labels
}

const known = (key: string): boolean => Object.hasOwn(zhCN, key)

function labelsIn(locale: Locale): Labels {
  const tools = messageTools(messages, locale)
  const own = (key: string, otherwise: string): string => (known(key) ? tools.t(key) : otherwise)
  return {
    ...tools,
    piece({ type, field, text }) {
      if (known(`reading.sign.${type}`)) return tools.t(`reading.sign.${type}`)
      return (
        own(`reading.field.${field}`, '') +
        tools.t(known(`reading.${type}`) ? `reading.${type}` : 'quoted', { text })
      )
    },
    dataLanguage: locale === 'zh-CN' ? undefined : 'zh-Hans',
    languageOf: (text) => (locale !== 'zh-CN' && /\p{Script=Han}/u.test(text) ? 'zh-Hans' : undefined),
  }
}
