// Configuration of the identity process: every variable it reads, checked at start.
import { join, resolve } from 'node:path'
import { BadConfig, issueSentence, withoutEmpty } from '@shuxiang/process/settings'
import { z } from 'zod'
import { isLoopback } from '@shuxiang/process/asking-address'

/** The identity process's settings. Paths are absolute. */
export interface IdentityConfig {
  readonly mode: 'development' | 'production'
  readonly dataDir: string
  /** Null: the embedded store. */
  readonly mongoUri: string | null
  /** A port on loopback. */
  readonly port: number
  /** Scheme, host and port by which browsers know the provider. */
  readonly origin: string
  /** The portal's. */
  readonly portal: string
  /** Below it each library has its site, at `<code>.<host>`. */
  readonly sitesOrigin: string
  /** What the realm file's placeholders are replaced by. */
  readonly realmVariables: Readonly<Record<string, string | undefined>>
  /** The Keycloak that signs people in, with its path when it has one and without a slash at its end; null: the embedded provider. */
  readonly keycloakUrl: string | null
  /** Where this process asks that Keycloak; null: where browsers do. */
  readonly keycloakAdminUrl: string | null
  /** Holds the secret of the client `ndl-provisioner` of that Keycloak; null: not named. */
  readonly keycloakSecretFile: string | null
  /** With a Keycloak: scheme, host and port by which browsers know the page that activates cards. */
  readonly activationOrigin: string
  /** Whether there are people to try the product with, or with a Keycloak a card, and their secrets printed: on this machine only. */
  readonly demonstrates: boolean
  readonly logLevel: string
  /** Where the log goes; null: standard output. */
  readonly logFile: string | null
}

export { BadConfig }

const port = z.coerce.number().int().min(0).max(65_535)
const origin = z.url({ protocol: /^https?$/ })

const environment = z.object({
  SHUXIANG_MODE: z.enum(['development', 'production']).default('development'),
  DATA_DIR: z.string().min(1).default('.data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'it must begin with mongodb:// or mongodb+srv://')
    .optional(),
  PORT: port.default(8080),
  PUBLIC_ORIGIN: origin.optional(),
  SITES_ORIGIN: origin.optional(),
  IDENTITY_PORT: port.default(8081),
  IDENTITY_ORIGIN: origin.optional(),
  IDENTITY_EMBEDDED: z.literal('allow').optional(),
  KEYCLOAK_URL: origin.optional(),
  IDENTITY_ADMIN_URL: origin.optional(),
  KEYCLOAK_PROVISIONER_SECRET_FILE: z.string().min(1).optional(),
  ACTIVATION_ORIGIN: origin.optional(),
  NDL_PORTAL_URL: origin.optional(),
  NDL_CONSOLE_URL: origin.optional(),
  NDL_GATEWAY_URL: origin.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  LOG_FILE: z.string().min(1).optional(),
})

/** Reads the environment. Empty values count as unset. Errors: `BadConfig`. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): IdentityConfig {
  const parsed = environment.safeParse(withoutEmpty(variables))
  if (!parsed.success) throw new BadConfig(issueSentence(parsed.error))
  const env = parsed.data
  const standing = new URL(env.IDENTITY_ORIGIN ?? `http://localhost:${env.IDENTITY_PORT}`)
  if (env.KEYCLOAK_URL === undefined && env.IDENTITY_EMBEDDED !== 'allow') {
    if (env.SHUXIANG_MODE === 'production')
      throw new BadConfig(
        'The embedded identity provider does not serve production: set KEYCLOAK_URL, or IDENTITY_EMBEDDED=allow if you know what you do.',
      )
    if (!isLoopback(standing.hostname))
      throw new BadConfig(
        `IDENTITY_ORIGIN is ${standing.origin}, and the embedded identity provider serves this machine only: set KEYCLOAK_URL, or IDENTITY_EMBEDDED=allow if you know what you do.`,
      )
  }
  const keycloak = env.KEYCLOAK_URL === undefined ? null : new URL(env.KEYCLOAK_URL)
  // The provisioner's secret goes there.
  for (const name of ['KEYCLOAK_URL', 'IDENTITY_ADMIN_URL'] as const) {
    const address = env[name] === undefined ? null : new URL(env[name])
    if (address?.protocol === 'http:' && !isLoopback(address.hostname))
      throw new BadConfig(`${name} cannot be used: a Keycloak on another machine must be reached by https.`)
  }
  const activation = new URL(env.ACTIVATION_ORIGIN ?? `http://localhost:${env.IDENTITY_PORT}`)
  const portal = new URL(env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`).origin
  return {
    mode: env.SHUXIANG_MODE,
    dataDir: resolve(env.DATA_DIR),
    mongoUri: env.MONGODB_URI ?? null,
    port: env.IDENTITY_PORT,
    origin: standing.origin,
    portal,
    sitesOrigin: env.SITES_ORIGIN ? new URL(env.SITES_ORIGIN).origin : portal,
    realmVariables: {
      NDL_PORTAL_URL: env.NDL_PORTAL_URL ?? portal,
      NDL_CONSOLE_URL: env.NDL_CONSOLE_URL ?? portal,
      NDL_GATEWAY_URL: env.NDL_GATEWAY_URL ?? portal,
    },
    keycloakUrl: env.KEYCLOAK_URL?.replace(/\/+$/, '') ?? null,
    keycloakAdminUrl: env.IDENTITY_ADMIN_URL?.replace(/\/+$/, '') ?? null,
    keycloakSecretFile: env.KEYCLOAK_PROVISIONER_SECRET_FILE
      ? resolve(env.KEYCLOAK_PROVISIONER_SECRET_FILE)
      : null,
    activationOrigin: activation.origin,
    demonstrates:
      env.SHUXIANG_MODE === 'development' &&
      (keycloak === null ? [standing] : [keycloak, activation]).every(({ hostname }) => isLoopback(hostname)),
    logLevel: env.LOG_LEVEL,
    logFile: env.LOG_FILE ? resolve(env.LOG_FILE) : null,
  }
}

/** Where keys and secrets are. */
export const secretsFolder = ({ dataDir }: Pick<IdentityConfig, 'dataDir'>): string =>
  join(dataDir, 'identity')
