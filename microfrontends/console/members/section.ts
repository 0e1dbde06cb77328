import type { Section } from '../section-contract.ts'
import MembersPage from './MembersPage.vue'

/** Who has which role at a library. */
export const members: Section = {
  id: 'members',
  label: 'members.title',
  page: MembersPage,
  actions: ['member.read'],
  all: false,
}
