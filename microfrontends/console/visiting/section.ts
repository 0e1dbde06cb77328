import type { Section } from '../section-contract.ts'

/** What a library says of visiting it: opening hours, notices, contact, lending rules, events. */
export const visiting: Section = {
  id: 'visiting',
  label: 'visiting.title',
  page: () => import('./VisitingPage.vue'),
  actions: ['visiting.manage'],
  all: false,
}
