import type { Section } from '../section-contract.ts'

/** What is the matter with a library's site, and with the sites of a region. */
export const health: Section = {
  id: 'health',
  label: 'health.title',
  page: () => import('./HealthPage.vue'),
  actions: ['page.draft', 'network.read'],
  all: true,
}
