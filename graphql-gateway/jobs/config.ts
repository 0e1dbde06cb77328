// Configuration of the job worker: every variable it reads, checked at start.
import { resolve } from 'node:path'
import { firstPart } from '@shuxiang/exchange'
import { provisionerPlace, type ProvisionerPlace } from '@shuxiang/identity/admin-client'
import { BadConfig, issueSentence, withoutEmpty } from '@shuxiang/process/settings'
import { z } from 'zod'

/** The job worker's settings. Paths are absolute. */
export interface JobsConfig {
  readonly dataDir: string
  /** Null: the embedded store. */
  readonly mongoUri: string | null
  readonly logLevel: string
  /** Where the log goes; null: standard output. */
  readonly logFile: string | null
  /** Scheme, host and port by which readers know the portal; the sitemap's addresses begin with it. */
  readonly publicOrigin: string
  /** Below it each library has its site, at `<code>.<host>`. */
  readonly sitesOrigin: string
  /** Where the gateway listens; null: no site is published here. */
  readonly gatewaySocket: string | null
  /** Records of the first source that an empty store begins with; 0 for none. */
  readonly firstImport: number
  /** Where accounts are deleted, and cards are taken from them; null: there is no provider. */
  readonly identity: ProvisionerPlace | null
  /** The provider is a Keycloak. */
  readonly keycloak: boolean
}

export { BadConfig }

const environment = z.object({
  DATA_DIR: z.string().min(1).default('.data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'it must begin with mongodb:// or mongodb+srv://')
    .optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  SITES_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  GATEWAY_SOCKET: z.string().min(1).optional(),
  IDENTITY_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  KEYCLOAK_URL: z.url({ protocol: /^https?$/ }).optional(),
  IDENTITY_ADMIN_URL: z.url({ protocol: /^https?$/ }).optional(),
  KEYCLOAK_PROVISIONER_SECRET_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  LOG_FILE: z.string().min(1).optional(),
  FIRST_IMPORT: z.coerce.number().int().min(0).max(1_000_000).default(firstPart),
})

/** Reads the environment. Empty values count as unset. Errors: `BadConfig`. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): JobsConfig {
  const parsed = environment.safeParse(withoutEmpty(variables))
  if (!parsed.success) throw new BadConfig(issueSentence(parsed.error))
  const { DATA_DIR, MONGODB_URI, PORT, PUBLIC_ORIGIN, SITES_ORIGIN, LOG_LEVEL, LOG_FILE, FIRST_IMPORT } =
    parsed.data
  const publicOrigin = PUBLIC_ORIGIN ? new URL(PUBLIC_ORIGIN).origin : `http://localhost:${PORT}`
  return {
    dataDir: resolve(DATA_DIR),
    mongoUri: MONGODB_URI ?? null,
    logLevel: LOG_LEVEL,
    logFile: LOG_FILE ? resolve(LOG_FILE) : null,
    publicOrigin,
    sitesOrigin: SITES_ORIGIN ? new URL(SITES_ORIGIN).origin : publicOrigin,
    gatewaySocket: parsed.data.GATEWAY_SOCKET ?? null,
    firstImport: FIRST_IMPORT,
    identity: provisionerPlace(parsed.data),
    keycloak: parsed.data.KEYCLOAK_URL !== undefined,
  }
}
