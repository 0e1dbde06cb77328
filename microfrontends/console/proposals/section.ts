import type { Section } from '../section-contract.ts'

/** Branch admins whom one national admin proposed and another has to confirm. */
export const proposals: Section = {
  id: 'proposals',
  label: 'proposals.title',
  page: () => import('./ProposalsPage.vue'),
  actions: ['member.read'],
  all: true,
}
