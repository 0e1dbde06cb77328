/** What the staff see, in English: of the frame, and of each section. */
import { audit } from '../audit/messages/en.ts'
import { cards } from '../cards/messages/en.ts'
import { doing } from '../doing/messages/en.ts'
import { frame } from '../frame/messages/en.ts'
import { home } from '../home/messages/en.ts'
import { invitations } from '../invitations/messages/en.ts'
import { members } from '../members/messages/en.ts'
import { proposals } from '../proposals/messages/en.ts'

export const en = {
  ...frame,
  ...doing,
  ...home,
  ...members,
  ...proposals,
  ...audit,
  ...cards,
  ...invitations,
} as const
