import type { Section } from '../section-contract.ts'

/** Who has which role at a library. */
export const members: Section = {
  id: 'members',
  label: 'members.title',
  page: () => import('./MembersPage.vue'),
  actions: ['member.read'],
  all: false,
}
