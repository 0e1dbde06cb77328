// What somebody has done, for the audit log: who it was and through what is the request's.
import type { AuditEntry } from '@shuxiang/audit/contract'
import type { SubgraphContext } from './context.ts'
import { signedIn } from './permit.ts'

/** What was done to what; `reason` where whoever does it was asked for one. */
export type Deed = Pick<AuditEntry, 'action' | 'library' | 'object' | 'details'> &
  Partial<Pick<AuditEntry, 'reason'>>

/** The line of the log. Errors: UNAUTHENTICATED. */
export function doneEntry(context: SubgraphContext, deed: Deed): AuditEntry {
  const { subject, azp } = signedIn(context)
  const { requestId } = context
  return { reason: null, ...deed, actor: subject, client: azp, outcome: 'done', requestId }
}

/** Errors: UNAUTHENTICATED; those of the audit log, and then nothing must be done. */
export function noteDone(context: SubgraphContext, deed: Deed): Promise<void> {
  return context.audit.record(doneEntry(context, deed))
}
