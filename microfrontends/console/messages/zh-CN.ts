/** What the staff see, in Chinese: of the frame, and of each section. */
import { frame } from '../frame/messages/zh-CN.ts'
import { home } from '../home/messages/zh-CN.ts'
import { members } from '../members/messages/zh-CN.ts'

export const zhCN = { ...frame, ...home, ...members } as const
