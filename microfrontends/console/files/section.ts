import type { Section } from '../section-contract.ts'

/** Pictures and files of a library: given in, described, replaced, deleted. */
export const files: Section = {
  id: 'files',
  label: 'files.title',
  page: () => import('./FilesPage.vue'),
  actions: ['asset.manage'],
  all: false,
}
