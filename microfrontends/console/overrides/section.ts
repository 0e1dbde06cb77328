import type { Section } from '../section-contract.ts'

/** What the nation and provinces put over sites: emergency notices, days of mourning, what is taken down. */
export const overrides: Section = {
  id: 'overrides',
  label: 'overrides.title',
  page: () => import('./OverridesPage.vue'),
  actions: ['override.set'],
  all: true,
}
