// Configuration of the gateway process: every variable it reads, checked at start.
import { join, resolve } from 'node:path'
import { provisionerPlace } from '@shuxiang/identity/admin-client'
import { BadConfig, issueSentence, withoutEmpty } from '@shuxiang/process/settings'
import { z } from 'zod'

/** The gateway's settings. Paths are absolute. */
export interface GatewayConfig {
  readonly mode: 'development' | 'production'
  readonly dataDir: string
  readonly buildDir: string
  readonly operationsDir: string
  /** Where it listens: a Unix socket, or a port on loopback. */
  readonly listen: { readonly socket: string } | { readonly port: number }
  /** Null: the embedded store. */
  readonly mongoUri: string | null
  /** Who signs people in. */
  readonly identityKind: 'embedded' | 'keycloak'
  readonly publicOrigin: string | null
  /** Below it each library has its site, at `<code>.<host>`. */
  readonly sitesOrigin: string | null
  readonly logLevel: string
  /** Where the log goes; null: standard output. */
  readonly logFile: string | null
  /** Subgraphs that run elsewhere, by name. */
  readonly remote: ReadonlyMap<string, string>
  readonly secretFile: string | null
  /** Shared with the shell, which seals letters of readers with it; null: they are taken from everybody. */
  readonly lettersSecret: string | null
  /** Milliseconds an operation may take. */
  readonly deadline: number
  /** The identity provider; null: nobody can be signed in. */
  readonly identity: IdentityConfig | null
}

/** The identity provider, as it is reached from this machine. */
export interface IdentityConfig {
  readonly issuer: string
  readonly keysUrl: string
  /** Where its admin interface is asked for accounts. */
  readonly adminOrigin: string
  /** The secret of the client `ndl-provisioner`; null: nobody can be found. */
  readonly provisionerSecretFile: string | null
}

export { BadConfig }

const port = z.coerce.number().int().min(0).max(65535)

const shared = {
  DATA_DIR: z.string().min(1).default('.data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'it must begin with mongodb:// or mongodb+srv://')
    .optional(),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  SITES_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  PORT: port.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  LOG_FILE: z.string().min(1).optional(),
  SUBGRAPH_SECRET_FILE: z.string().min(1).optional(),
  IDENTITY_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  KEYCLOAK_URL: z.url({ protocol: /^https?$/ }).optional(),
  IDENTITY_KEYS_URL: z.url({ protocol: /^https?$/ }).optional(),
  IDENTITY_ADMIN_URL: z.url({ protocol: /^https?$/ }).optional(),
  KEYCLOAK_PROVISIONER_SECRET_FILE: z.string().min(1).optional(),
}

/** Variables that the gateway and a subgraph served alone read alike. */
export const sharedEnvironment = z.object(shared)

const environment = z.object({
  ...shared,
  SHUXIANG_MODE: z.enum(['development', 'production']).default('development'),
  BUILD_DIR: z.string().min(1).default('.build'),
  OPERATIONS_DIR: z.string().min(1).optional(),
  GATEWAY_SOCKET: z.string().min(1).optional(),
  LETTERS_SECRET: z.string().min(32).optional(),
  GATEWAY_PORT: port.optional(),
  GATEWAY_DEADLINE_MS: z.coerce.number().int().min(100).max(120_000).default(10_000),
  OPENSEARCH_URL: z.string().optional(),
})

/** Reads the environment. Empty values count as unset. Errors: `BadConfig`. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): GatewayConfig {
  const set = withoutEmpty(variables)
  const parsed = environment.safeParse(set)
  if (!parsed.success) throw new BadConfig(issueSentence(parsed.error))
  const env = parsed.data
  if (env.OPENSEARCH_URL)
    throw new BadConfig(
      'OPENSEARCH_URL is set, but only the embedded search engine is part of this version. Unset it.',
    )
  const remote = remoteSubgraphs(set)
  if (remote.size > 0 && !env.SUBGRAPH_SECRET_FILE)
    throw new BadConfig(
      'SUBGRAPH_SECRET_FILE is not set, but a SUBGRAPH_…_URL is: name the file with the shared secret.',
    )
  const buildDir = resolve(env.BUILD_DIR)
  return {
    mode: env.SHUXIANG_MODE,
    dataDir: resolve(env.DATA_DIR),
    buildDir,
    operationsDir: env.OPERATIONS_DIR ? resolve(env.OPERATIONS_DIR) : join(buildDir, 'releases'),
    listen: listening(env.GATEWAY_SOCKET, env.GATEWAY_PORT),
    mongoUri: env.MONGODB_URI ?? null,
    identityKind: env.KEYCLOAK_URL ? 'keycloak' : 'embedded',
    publicOrigin: env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT ?? 8080}`,
    sitesOrigin: env.SITES_ORIGIN ?? env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT ?? 8080}`,
    logLevel: env.LOG_LEVEL,
    logFile: env.LOG_FILE ? resolve(env.LOG_FILE) : null,
    remote,
    secretFile: env.SUBGRAPH_SECRET_FILE ? resolve(env.SUBGRAPH_SECRET_FILE) : null,
    deadline: env.GATEWAY_DEADLINE_MS,
    lettersSecret: env.LETTERS_SECRET ?? null,
    identity: identityOf(env),
  }
}

/**
 * The realm as browsers know it, which is what its tokens call their issuer. `IDENTITY_KEYS_URL` and
 * `IDENTITY_ADMIN_URL` are for a provider that this process reaches at another address than they do. The embedded
 * provider keeps the secret of its provisioner in the data folder. Errors: `BadConfig`.
 */
export function identityOf(env: z.infer<typeof sharedEnvironment>): IdentityConfig | null {
  const origin = env.KEYCLOAK_URL ?? env.IDENTITY_ORIGIN
  if (origin === undefined) {
    if (env.IDENTITY_KEYS_URL)
      throw new BadConfig(
        'IDENTITY_KEYS_URL is set, but neither IDENTITY_ORIGIN nor KEYCLOAK_URL is. Set one of them.',
      )
    return null
  }
  const variable = env.KEYCLOAK_URL ? 'KEYCLOAK_URL' : 'IDENTITY_ORIGIN'
  const { search, hash, username } = new URL(origin)
  if (search || hash || username)
    throw new BadConfig(
      `${variable} cannot be used: give an address without a query, a fragment or a user name.`,
    )
  // Who stands between this machine and the keys could sign tokens; the provisioner's secret goes to the admin address.
  for (const name of [variable, 'IDENTITY_KEYS_URL', 'IDENTITY_ADMIN_URL'] as const) {
    const address = env[name] ? new URL(env[name]) : null
    if (address?.protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(address.hostname))
      throw new BadConfig(`${name} cannot be used: a provider on another machine must be reached by https.`)
  }
  const base = origin.replace(/\/+$/, '')
  const issuer = `${base}/realms/ndl`
  const provisioner = provisionerPlace(env)
  return {
    issuer,
    keysUrl: env.IDENTITY_KEYS_URL ?? `${issuer}/protocol/openid-connect/certs`,
    adminOrigin: provisioner?.origin ?? base,
    provisionerSecretFile: provisioner?.secretFile ?? null,
  }
}

function listening(socket: string | undefined, port: number | undefined): GatewayConfig['listen'] {
  if (socket !== undefined && port !== undefined)
    throw new BadConfig('GATEWAY_SOCKET and GATEWAY_PORT are both set. Unset one of them.')
  if (socket !== undefined) return { socket: resolve(socket) }
  if (port !== undefined) return { port }
  throw new BadConfig('GATEWAY_SOCKET is not set. Name the Unix socket to listen on, or set GATEWAY_PORT.')
}

/** `SUBGRAPH_READING_ROOM_URL` is the address of the subgraph `reading-room`. */
function remoteSubgraphs(set: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  const remote = new Map<string, string>()
  for (const [variable, value] of Object.entries(set)) {
    const name = /^SUBGRAPH_([A-Z0-9_]+)_URL$/.exec(variable)?.[1]
    if (name === undefined || value === undefined) continue
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
      throw new BadConfig(`${variable} cannot be used: it is no http(s) address. Correct it or unset it.`)
    remote.set(name.toLowerCase().replaceAll('_', '-'), value)
  }
  return remote
}
