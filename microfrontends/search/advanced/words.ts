/** What the advanced form says: fetched with it, by those who write such a search. */
import { useMessages, messageTools, type MessageTools } from '@shuxiang/sdk'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

export type { AdvancedKey } from './messages/zh-CN.ts'

export function useAdvancedWords(): MessageTools {
  const { locale } = useMessages()
  return messageTools({ 'zh-CN': zhCN, en }[locale], locale)
}
