/** What the staff see, in Chinese: of the frame, and of each section. */
import { audit } from '../audit/messages/zh-CN.ts'
import { cards } from '../cards/messages/zh-CN.ts'
import { doing } from '../doing/messages/zh-CN.ts'
import { frame } from '../frame/messages/zh-CN.ts'
import { home } from '../home/messages/zh-CN.ts'
import { invitations } from '../invitations/messages/zh-CN.ts'
import { members } from '../members/messages/zh-CN.ts'
import { proposals } from '../proposals/messages/zh-CN.ts'

export const zhCN = {
  ...frame,
  ...doing,
  ...home,
  ...members,
  ...proposals,
  ...audit,
  ...cards,
  ...invitations,
} as const
