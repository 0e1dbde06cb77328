import type { Section } from '../section-contract.ts'

/** Publishing a library's site: what it begins as, what is live, what was found, and the way back. */
export const publishing: Section = {
  id: 'publishing',
  label: 'publishing.title',
  page: () => import('./PublishingPage.vue'),
  actions: ['page.draft', 'site.configure'],
  all: false,
}
