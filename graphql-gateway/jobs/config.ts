// Configuration of the job worker: every variable it reads, checked at start.
import { resolve } from 'node:path'
import { z } from 'zod'

/** The job worker's settings. Paths are absolute. */
export interface JobsConfig {
  readonly dataDir: string
  /** Null: the embedded store. */
  readonly mongoUri: string | null
  readonly logLevel: string
  /** Import the first part of the first source into an empty store. */
  readonly firstImport: boolean
}

/** A setting that cannot be used. The message names the variable and says what to do. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

const environment = z.object({
  DATA_DIR: z.string().min(1).default('.data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'it must begin with mongodb:// or mongodb+srv://')
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  FIRST_IMPORT: z.enum(['yes', 'no']).default('yes'),
})

/** Reads the environment. Empty values count as unset. Errors: `BadConfig`. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): JobsConfig {
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new BadConfig(
      `${String(issue?.path[0])} cannot be used: ${issue?.message ?? 'unknown'}. Correct it or unset it.`,
    )
  }
  const { DATA_DIR, MONGODB_URI, LOG_LEVEL, FIRST_IMPORT } = parsed.data
  return {
    dataDir: resolve(DATA_DIR),
    mongoUri: MONGODB_URI ?? null,
    logLevel: LOG_LEVEL,
    firstImport: FIRST_IMPORT === 'yes',
  }
}
