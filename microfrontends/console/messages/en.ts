/** What the staff see, in English: of the frame, and of each section. */
import { frame } from '../frame/messages/en.ts'
import { home } from '../home/messages/en.ts'
import { members } from '../members/messages/en.ts'

export const en = { ...frame, ...home, ...members } as const
