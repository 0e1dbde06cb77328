import type { Messages } from '@shuxiang/sdk'
import { english } from './en.ts'
import { chinese } from './zh-CN.ts'

export const messages: Messages = { 'zh-CN': chinese, en: english }
