import type { Section } from '../section-contract.ts'

/** What there is to do, and where. */
export const home: Section = {
  id: '',
  label: 'home.title',
  page: () => import('./HomePage.vue'),
  actions: null,
  all: false,
}
