import type { Section } from '../section-contract.ts'

/** What was done and refused at a library, or everywhere. */
export const audit: Section = {
  id: 'audit',
  label: 'audit.title',
  page: () => import('./AuditPage.vue'),
  actions: ['audit.read'],
  all: true,
}

/** What they did themselves. */
export const ownAudit: Section = {
  id: 'own-audit',
  label: 'audit.own',
  page: () => import('./OwnAuditPage.vue'),
  actions: null,
  all: false,
}
