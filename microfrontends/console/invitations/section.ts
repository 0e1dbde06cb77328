import type { Section } from '../section-contract.ts'

/** Colleagues are invited to roles by a code. */
export const invitations: Section = {
  id: 'invitations',
  label: 'invitations.title',
  page: () => import('./InvitationsPage.vue'),
  actions: ['member.grant'],
  all: false,
}
