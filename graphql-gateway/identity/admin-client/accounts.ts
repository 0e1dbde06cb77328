// Accounts by their names, asked of the provider's admin interface as the provisioner.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { adminClient, AdminUnavailable, type AdminClient } from './client.ts'
import { adminTokens } from './token.ts'

export interface NamedAccount {
  /** `sub` of its tokens. */
  readonly subject: string
  /** The name under which the account was opened. */
  readonly username: string
  /** A device for one-time codes is enrolled. */
  readonly hasDevice: boolean
}

export interface NamedAccounts {
  /** Null when there is none, or it is switched off. Errors: `AdminUnavailable`, `AdminRefused`. */
  find(username: string): Promise<NamedAccount | null>
}

export interface NamedAccountsOptions {
  /** Scheme, host and port of the provider. */
  readonly origin: string
  readonly realm: string
  /** Holds the secret of the client `ndl-provisioner`. */
  readonly secretFile: string
}

const users = z.array(z.object({ id: z.string(), username: z.string(), enabled: z.boolean() }).loose()).max(2)
const credentials = z.array(z.object({ type: z.string() }).loose())

/** The secret is read with the first question: the embedded provider makes it when it first starts. */
export function accountsByName({ origin, realm, secretFile }: NamedAccountsOptions): NamedAccounts {
  let opened: AdminClient | null = null
  const open = async (): Promise<AdminClient> => {
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
  return {
    async find(username) {
      const admin = opened ?? (await open())
      const query = new URLSearchParams({ username, exact: 'true' })
      const [user] = (await admin.get(`/users?${query.toString()}`, users)) ?? []
      if (user === undefined || !user.enabled) return null
      const proofs = await admin.get(`/users/${encodeURIComponent(user.id)}/credentials`, credentials)
      const hasDevice = proofs?.some(({ type }) => type === 'otp') ?? false
      return { subject: user.id, username: user.username, hasDevice }
    },
  }
}
