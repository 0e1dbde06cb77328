// Accounts by their names, asked of the provider's admin interface as the provisioner.
import { z } from 'zod'
import { asProvisioner, type ProvisionerOptions } from './provisioner.ts'

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

const users = z.array(z.object({ id: z.string(), username: z.string(), enabled: z.boolean() }).loose()).max(2)
const credentials = z.array(z.object({ type: z.string() }).loose())

export function accountsByName(options: ProvisionerOptions): NamedAccounts {
  const open = asProvisioner(options)
  return {
    async find(username) {
      const admin = await open()
      const query = new URLSearchParams({ username, exact: 'true' })
      const [user] = (await admin.get(`/users?${query.toString()}`, users)) ?? []
      if (user === undefined || !user.enabled) return null
      const proofs = await admin.get(`/users/${encodeURIComponent(user.id)}/credentials`, credentials)
      const hasDevice = proofs?.some(({ type }) => type === 'otp') ?? false
      return { subject: user.id, username: user.username, hasDevice }
    },
  }
}
