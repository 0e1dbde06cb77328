/** Words of the field with an address, in the reader's locale: they come with it, not with the page. */
import { messageTools, usePortal, type MessageTools } from '@shuxiang/sdk'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

const words = { 'zh-CN': zhCN, en }

export function useWords(): MessageTools {
  const { locale } = usePortal()
  return messageTools(words[locale], locale)
}
