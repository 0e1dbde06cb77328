import type { Section } from '../section-contract.ts'

/** What a newer version of its template has for a library's site, page by page: shown in words, and taken over. */
export const templateUpdates: Section = {
  id: 'template-updates',
  label: 'templateUpdates.title',
  page: () => import('./TemplateUpdatesPage.vue'),
  actions: ['page.draft'],
  all: false,
}
