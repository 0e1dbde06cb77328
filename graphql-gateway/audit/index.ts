// Public door of the audit log.
export { deeds, refusals } from './actions.ts'
export type { Broken, Head } from './chain.ts'
export type { AuditAction, AuditEntry, AuditPort, AuditQuery, AuditReader, KeptEntry } from './contract.ts'
export { openAuditLog, prepareAuditLog, type AuditLog } from './log.ts'
export { verifyAuditLog, type Verdict } from './verify.ts'
