/** The words of the widgets in the reader's locale. */
import { messageTools, usePortal, type MessageTools } from '@shuxiang/sdk'
import type { Locale, Messages } from '@shuxiang/sdk/contract'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export const words: Messages = { 'zh-CN': zhCN, en }

/** Making formatters costs more than rendering a widget, and a page has a hundred of them. */
const made = new Map<Locale, MessageTools>()

export function useWords(): MessageTools {
  const { locale } = usePortal()
  const tools = made.get(locale) ?? messageTools(words[locale], locale)
  made.set(locale, tools)
  return tools
}
