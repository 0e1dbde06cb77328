// Who does something now, and the line about it in the audit log.
import type { AuditAction } from '@shuxiang/audit/contract'
import { noteDone as noteInLog, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { Step } from '../store/documents.ts'
import { know } from '../store/people.ts'

export const nowOf = ({ now }: SubgraphContext): Date => new Date(now())

/** Seconds since 1970, as permissions have them. */
export const secondsOf = ({ now }: SubgraphContext): number => Math.floor(now() / 1000)

/** Errors: UNAUTHENTICATED. */
export function deciderOf(context: SubgraphContext): Omit<Step, 'state' | 'reason'> {
  const { subject, username } = signedIn(context)
  return { by: subject, name: username, at: nowOf(context) }
}

/** What was done to which object of which library. */
export interface Deed {
  readonly action: AuditAction
  readonly library: string
  readonly object: string
  /** Null where nobody is asked for one. */
  readonly reason: string | null
  readonly details: Readonly<Record<string, string | number | null>>
}

/** Errors: those of the audit log, and then nothing must be done. */
export async function noteDone(context: SubgraphContext, deed: Deed): Promise<void> {
  const { subject, username } = signedIn(context)
  await know(context.db, { subject, username })
  return noteInLog(context, deed)
}
