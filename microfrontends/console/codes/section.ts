import type { Section } from '../section-contract.ts'

/** Code of a library's own for its pages: asked for, read by a second person, let through or not, withdrawn. */
export const codes: Section = {
  id: 'codes',
  label: 'ownCode.title',
  page: () => import('./CodesPage.vue'),
  actions: ['code.request'],
  all: true,
}
