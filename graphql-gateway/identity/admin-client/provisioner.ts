// The admin interface, opened with the provisioner's secret when the first question comes.
import { readFile } from 'node:fs/promises'
import { adminClient, AdminUnavailable, type AdminClient } from './client.ts'
import { adminTokens } from './token.ts'

export interface ProvisionerOptions {
  /** Scheme, host and port of the provider. */
  readonly origin: string
  readonly realm: string
  /** Holds the secret of the client `ndl-provisioner`. */
  readonly secretFile: string
}

/** The embedded provider makes the secret when it first starts, which may be later than whoever asks. Errors: `AdminUnavailable`. */
export function asProvisioner({ origin, realm, secretFile }: ProvisionerOptions): () => Promise<AdminClient> {
  let opened: AdminClient | null = null
  return async () => {
    if (opened !== null) return opened
    const secret = await readFile(secretFile, 'utf8').catch((error: unknown) => {
      throw new AdminUnavailable(`the secret of ndl-provisioner is not to be read: ${secretFile}`, {
        cause: error,
      })
    })
    const token = adminTokens(`${origin}/realms/${realm}`, {
      clientId: 'ndl-provisioner',
      secret: secret.trim(),
    })
    return (opened ??= adminClient({ origin, realm, token }))
  }
}
