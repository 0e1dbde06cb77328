import type { Section } from '../section-contract.ts'

/** The cards of a library: its list goes in, activation codes come out. */
export const cards: Section = {
  id: 'cards',
  label: 'cards.title',
  page: () => import('./CardsPage.vue'),
  actions: ['card.read'],
  all: false,
}
