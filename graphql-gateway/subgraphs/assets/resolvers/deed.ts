// Who does something now, and the line about it in the audit log.
import type { AuditAction } from '@shuxiang/audit/contract'
import { noteDone as noteInLog, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { AssetDoc } from '../store/documents.ts'

export const nowOf = ({ now }: SubgraphContext): Date => new Date(now())

/** Errors: UNAUTHENTICATED. */
export function giverOf(context: SubgraphContext): Pick<AssetDoc, 'by' | 'byName' | 'at'> {
  const { subject, username } = signedIn(context)
  return { by: subject, byName: username, at: nowOf(context) }
}

/** Errors: those of the audit log, and then nothing must be done. */
export function noteDone(
  context: SubgraphContext,
  action: AuditAction,
  { _id, library }: Pick<AssetDoc, '_id' | 'library'>,
): Promise<void> {
  return noteInLog(context, { action, library, object: `asset:${_id}` })
}
