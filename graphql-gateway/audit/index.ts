// Public door of the audit log.
export type { Broken, Head } from './chain.ts'
export type { AuditEntry, AuditPort, AuditQuery, AuditReader, KeptEntry } from './contract.ts'
export { openAuditLog, prepareAuditLog, type AuditLog } from './log.ts'
export { verifyAuditLog, type Verdict } from './verify.ts'
