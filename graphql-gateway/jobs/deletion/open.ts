// The job of deletions, where there is a provider whose accounts can be deleted.
import { accountsById, asProvisioner, type ProvisionerPlace } from '@shuxiang/identity/admin-client'
import type { Log } from '@shuxiang/subgraph-kit'
import type { Job } from '@shuxiang/subgraph-kit/module'
import { deletionJob, type DeletionParts } from './job.ts'

/** None without a provider, or without the secret for it, which an operator is told. */
export function deletionsAt(
  identity: ProvisionerPlace | null,
  keepers: DeletionParts['keepers'],
  log: Pick<Log, 'warn'>,
): readonly Job[] {
  if (identity === null) return []
  const { origin, secretFile } = identity
  if (secretFile === null) {
    log.warn(
      {},
      'KEYCLOAK_PROVISIONER_SECRET_FILE is not set, so no account is deleted when its waiting time is over',
    )
    return []
  }
  return [
    deletionJob({ accounts: accountsById(asProvisioner({ origin, realm: 'ndl', secretFile })), keepers }),
  ]
}
