import type { Section } from '../section-contract.ts'

/** Errors that readers report in texts: looked at, accepted, declined, settled. Of the whole nation. */
export const corrections: Section = {
  id: 'corrections',
  label: 'corrections.title',
  page: () => import('./CorrectionsPage.vue'),
  actions: ['correction.manage'],
  all: true,
}
