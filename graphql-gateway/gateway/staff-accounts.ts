// Accounts at the identity provider, as its configuration says where it is and what is its secret.
import { accountsByName, type NamedAccounts } from '@shuxiang/identity/admin-client'
import type { GatewayConfig } from './config.ts'

/** Rejects every question where there is no provider, or no secret for it. */
export function staffAccounts(identity: GatewayConfig['identity']): NamedAccounts {
  if (identity === null)
    return { find: () => Promise.reject(new Error('This installation has no identity provider.')) }
  const { adminOrigin: origin, provisionerSecretFile: secretFile } = identity
  if (secretFile === null)
    return {
      find: () =>
        Promise.reject(new Error('KEYCLOAK_PROVISIONER_SECRET_FILE is not set, so no account can be found.')),
    }
  return accountsByName({ origin, realm: 'ndl', secretFile })
}
