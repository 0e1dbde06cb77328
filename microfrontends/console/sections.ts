/** The sections of the console, in the order in which they stand: the one list of them. A new one is a line here. */
import { audit, ownAudit } from './audit/section.ts'
import { cards } from './cards/section.ts'
import { codes } from './codes/section.ts'
import { corrections } from './corrections/section.ts'
import { feedback } from './feedback/section.ts'
import { files } from './files/section.ts'
import { health } from './health/section.ts'
import { home } from './home/section.ts'
import { hosts } from './hosts/section.ts'
import { invitations } from './invitations/section.ts'
import { members } from './members/section.ts'
import { overrides } from './overrides/section.ts'
import { proposals } from './proposals/section.ts'
import { publishing } from './publishing/section.ts'
import { templateUpdates } from './template-updates/section.ts'
import { visiting } from './visiting/section.ts'
import type { Section } from './section-contract.ts'

export const sections: readonly Section[] = [
  home,
  visiting,
  feedback,
  corrections,
  files,
  codes,
  templateUpdates,
  publishing,
  hosts,
  health,
  overrides,
  members,
  invitations,
  cards,
  proposals,
  audit,
  ownAudit,
]
