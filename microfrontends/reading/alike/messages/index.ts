/** Few enough to come with the code. */
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export const messages = { 'zh-CN': zhCN, en }
