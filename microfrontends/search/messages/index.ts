/** The messages of search in every language of the portal. */
import type { Messages } from '@shuxiang/sdk/contract'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export type { MessageKey } from './zh-CN.ts'
export const messages: Messages = { 'zh-CN': zhCN, en }
