// Where the admin interface is, and where its secret, as the environment says it to whoever asks accounts.
import { resolve } from 'node:path'

export interface ProvisionerVariables {
  readonly DATA_DIR: string
  readonly KEYCLOAK_URL?: string | undefined
  readonly IDENTITY_ORIGIN?: string | undefined
  readonly IDENTITY_ADMIN_URL?: string | undefined
  readonly KEYCLOAK_PROVISIONER_SECRET_FILE?: string | undefined
}

export interface ProvisionerPlace {
  readonly origin: string
  /** Null: a Keycloak whose secret is not named. */
  readonly secretFile: string | null
}

/** Null where there is no provider. The embedded one keeps the secret of its provisioner in the data folder. */
export function provisionerPlace(env: ProvisionerVariables): ProvisionerPlace | null {
  const known = env.KEYCLOAK_URL ?? env.IDENTITY_ORIGIN
  if (known === undefined) return null
  const origin = (env.IDENTITY_ADMIN_URL ?? known).replace(/\/+$/, '')
  const named = env.KEYCLOAK_PROVISIONER_SECRET_FILE
  if (named !== undefined) return { origin, secretFile: resolve(named) }
  if (env.KEYCLOAK_URL !== undefined) return { origin, secretFile: null }
  return { origin, secretFile: resolve(env.DATA_DIR, 'identity', 'provisioner.secret') }
}
