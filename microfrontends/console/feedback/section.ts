import type { Section } from '../section-contract.ts'

/** What readers write to the library: read, settled, erased. */
export const feedback: Section = {
  id: 'feedback',
  label: 'feedback.title',
  page: () => import('./FeedbackPage.vue'),
  actions: ['feedback.manage'],
  all: false,
}
