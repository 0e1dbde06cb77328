/** Configuration of the shell's process: read once from the environment, refused with a sentence naming the variable. */
import { resolve } from 'node:path'
import { z } from 'zod'

export interface Config {
  readonly port: number
  readonly buildDir: string
  /** Folder of everything that the product writes; the shell only reads the sitemap there. */
  readonly dataDir: string
  /** Path of the gateway's Unix socket. */
  readonly gatewaySocket: string
  /** Shared with the gateway, which takes only letters of readers that carry its seal; empty: it was given none. */
  readonly lettersSecret: string
  /** Scheme, host and port by which readers know the portal. */
  readonly publicOrigin: string
  /** Below it each library has its site, at `<code>.<host>`. */
  readonly sitesOrigin: string
  /** Origin of the staff's pages; null: they stand on the portal's, at `/console`. */
  readonly consoleOrigin: string | null
  /** Origin of content that must not touch the portal, such as captures and uploads; null: there is none. */
  readonly contentOrigin: string | null
  /** Where its host is answered by itself; null: a proxy leads it to `port`, as it leads the others. */
  readonly contentPort: number | null
  readonly mode: 'development' | 'production'
  readonly logLevel: string
  /** Where the log goes; null: standard output. */
  readonly logFile: string | null
  /** Microfrontends served by Vite with hot reload; development only. */
  readonly devMicrofrontends: readonly string[]
  /** What the health answer says of the store while the gateway does not answer. */
  readonly storeKind: 'embedded' | 'mongodb'
  readonly searchKind: 'embedded' | 'opensearch'
  readonly identityKind: 'embedded' | 'keycloak'
  /** Where people sign in, as browsers know it; null: nobody can. */
  readonly identityUrl: string | null
}

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  BUILD_DIR: z.string().min(1).default('.build'),
  DATA_DIR: z.string().min(1).default('.data'),
  GATEWAY_SOCKET: z.string().min(1),
  LETTERS_SECRET: z.string().min(32).optional(),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  SITES_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  CONTENT_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  CONTENT_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  NDL_CONSOLE_URL: z.url({ protocol: /^https?$/ }).optional(),
  CONSOLE_ON_PORTAL: z.literal('allow').optional(),
  SHUXIANG_MODE: z.enum(['development', 'production']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_FILE: z.string().min(1).optional(),
  DEV_MICROFRONTENDS: z
    .string()
    .regex(/^[a-z0-9,-]*$/)
    .default(''),
  MONGODB_URI: z.string().optional(),
  OPENSEARCH_URL: z.string().optional(),
  KEYCLOAK_URL: z.url({ protocol: /^https?$/ }).optional(),
  IDENTITY_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
})

/** @throws Error with one sentence that names each variable that does not fit. */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const places = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`The shell cannot start with this configuration. ${places.join('; ')}.`)
  }
  const value = parsed.data
  const devMicrofrontends = value.DEV_MICROFRONTENDS.split(',').filter((name) => name !== '')
  if (value.SHUXIANG_MODE === 'production' && devMicrofrontends.length > 0) {
    throw new Error(
      'The shell cannot start: DEV_MICROFRONTENDS is for development; unset it or SHUXIANG_MODE.',
    )
  }
  const identity = value.KEYCLOAK_URL ?? value.IDENTITY_ORIGIN
  const publicOrigin = value.PUBLIC_ORIGIN
    ? new URL(value.PUBLIC_ORIGIN).origin
    : `http://localhost:${value.PORT}`
  const sitesOrigin = value.SITES_ORIGIN ? new URL(value.SITES_ORIGIN).origin : publicOrigin
  const contentOrigin = value.CONTENT_ORIGIN ? new URL(value.CONTENT_ORIGIN).origin : null
  if (contentOrigin === publicOrigin || contentOrigin === sitesOrigin)
    throw new Error(
      'The shell cannot start: CONTENT_ORIGIN is for content that must not touch the portal; give it another origin than PUBLIC_ORIGIN and SITES_ORIGIN.',
    )
  const consoleOrigin = consoleOriginOf(value, publicOrigin)
  return {
    port: value.PORT,
    buildDir: resolve(root, value.BUILD_DIR),
    dataDir: resolve(root, value.DATA_DIR),
    gatewaySocket: value.GATEWAY_SOCKET,
    lettersSecret: value.LETTERS_SECRET ?? '',
    publicOrigin,
    sitesOrigin,
    consoleOrigin,
    contentOrigin,
    contentPort: value.CONTENT_PORT ?? null,
    mode: value.SHUXIANG_MODE,
    logLevel: value.LOG_LEVEL,
    logFile: value.LOG_FILE ? resolve(root, value.LOG_FILE) : null,
    devMicrofrontends,
    storeKind: value.MONGODB_URI ? 'mongodb' : 'embedded',
    searchKind: value.OPENSEARCH_URL ? 'opensearch' : 'embedded',
    identityKind: value.KEYCLOAK_URL ? 'keycloak' : 'embedded',
    identityUrl: identity?.replace(/\/+$/, '') ?? null,
  }
}

/** @throws Error in production where the console would stand on the portal's origin and nobody has said that it may. */
function consoleOriginOf(value: z.infer<typeof environment>, publicOrigin: string): string | null {
  const given = value.NDL_CONSOLE_URL ? new URL(value.NDL_CONSOLE_URL).origin : null
  if (given !== null && value.CONTENT_ORIGIN && new URL(value.CONTENT_ORIGIN).origin === given)
    throw new Error(
      'The shell cannot start: NDL_CONSOLE_URL and CONTENT_ORIGIN are one origin; content of others must not touch the console.',
    )
  if (given !== null && given !== publicOrigin) return given
  const signsIn = value.KEYCLOAK_URL !== undefined || value.IDENTITY_ORIGIN !== undefined
  if (value.SHUXIANG_MODE === 'production' && signsIn && value.CONSOLE_ON_PORTAL !== 'allow')
    throw new Error(
      "The shell cannot start: the console shares the portal's origin, where a fault in any page could act for staff. Set NDL_CONSOLE_URL to an address of its own, such as https://console.library.example, or CONSOLE_ON_PORTAL=allow if you know what you do.",
    )
  return null
}
