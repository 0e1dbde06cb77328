/** Words of the list of texts, in the reader's locale: few works have one, so they come with it. */
import { messageTools, usePortal, type MessageTools } from '@shuxiang/sdk'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

const words = { 'zh-CN': zhCN, en }

export function useWords(): MessageTools {
  const { locale } = usePortal()
  return messageTools(words[locale], locale)
}
