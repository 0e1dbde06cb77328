import type { Section } from '../section-contract.ts'
import AuditPage from './AuditPage.vue'
import OwnAuditPage from './OwnAuditPage.vue'

/** What was done and refused at a library, or everywhere. */
export const audit: Section = {
  id: 'audit',
  label: 'audit.title',
  page: AuditPage,
  actions: ['audit.read'],
  all: true,
}

/** What they did themselves. */
export const ownAudit: Section = {
  id: 'own-audit',
  label: 'audit.own',
  page: OwnAuditPage,
  actions: null,
  all: false,
}
