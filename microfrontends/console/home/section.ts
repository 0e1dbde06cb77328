import type { Section } from '../section-contract.ts'
import HomePage from './HomePage.vue'

/** What there is to do, and where. */
export const home: Section = {
  id: '',
  label: 'home.title',
  page: HomePage,
  actions: null,
  all: false,
}
