import type { Section } from '../section-contract.ts'

/** Hosts of a library's own: wished for, proved, the address of the site, given up. */
export const hosts: Section = {
  id: 'hosts',
  label: 'hosts.title',
  page: () => import('./HostsPage.vue'),
  actions: ['site.configure'],
  all: false,
}
