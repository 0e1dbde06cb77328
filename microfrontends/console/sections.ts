/** The sections of the console, in the order in which they stand: the one list of them. A new one is a line here. */
import { home } from './home/section.ts'
import { members } from './members/section.ts'
import type { Section } from './section-contract.ts'

export const sections: readonly Section[] = [home, members]
