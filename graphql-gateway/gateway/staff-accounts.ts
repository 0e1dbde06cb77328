// Accounts at the identity provider, as its configuration says where it is and what is its secret.
import {
  accountsById,
  accountSessions,
  accountsByName,
  asProvisioner,
  type AccountSessions,
  type NamedAccounts,
  type ProvisionerOptions,
} from '@shuxiang/identity/admin-client'
import type { PersonalValue } from '@shuxiang/subgraph-kit/module'
import type { GatewayConfig } from './config.ts'

/** Rejects every question where there is no provider, or no secret for it. */
export function staffAccounts(identity: GatewayConfig['identity']): NamedAccounts {
  const place = placeOf(identity)
  return typeof place === 'string' ? { find: () => Promise.reject(new Error(place)) } : accountsByName(place)
}

/** Accounts by their subjects. Questions reject as above. */
export interface PersonalAccounts {
  /** What the provider knows of a person, for the file that they take away. */
  facts(subject: string): Promise<PersonalValue>
  isStaff(subject: string): Promise<boolean>
  readonly sessions: AccountSessions
  /** Where readers change what may be changed; null without a provider. */
  readonly pages: { readonly account: string; readonly card: string; readonly activate: string } | null
}

export function accountsOf(identity: GatewayConfig['identity']): PersonalAccounts {
  const place = placeOf(identity)
  if (typeof place === 'string') {
    const none = (): Promise<never> => Promise.reject(new Error(place))
    return { facts: none, isStaff: none, sessions: { of: none, end: none }, pages: pagesOf(identity) }
  }
  const open = asProvisioner(place)
  const accounts = accountsById(open)
  return {
    sessions: accountSessions(open),
    pages: pagesOf(identity),
    async facts(subject) {
      const facts = await accounts.facts(subject)
      return facts && { ...facts }
    },
    isStaff: (subject) => accounts.isStaff(subject),
  }
}

/** Of the embedded provider; a Keycloak has its own page, and that of cards stands below it by the operator's proxy. */
function pagesOf(identity: GatewayConfig['identity']): PersonalAccounts['pages'] {
  if (identity === null) return null
  const { issuer } = identity
  return {
    account: `${issuer}/account`,
    card: `${issuer}/account/card`,
    activate: `${issuer}/login-actions/activate`,
  }
}

/** A sentence where nobody can be asked. */
function placeOf(identity: GatewayConfig['identity']): ProvisionerOptions | string {
  if (identity === null) return 'This installation has no identity provider.'
  const { adminOrigin: origin, provisionerSecretFile: secretFile } = identity
  if (secretFile === null) return 'KEYCLOAK_PROVISIONER_SECRET_FILE is not set, so no account can be found.'
  return { origin, realm: 'ndl', secretFile }
}
