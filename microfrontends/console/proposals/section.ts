import type { Section } from '../section-contract.ts'
import ProposalsPage from './ProposalsPage.vue'

/** Branch admins whom one national admin proposed and another has to confirm. */
export const proposals: Section = {
  id: 'proposals',
  label: 'proposals.title',
  page: ProposalsPage,
  actions: ['member.read'],
  all: true,
}
