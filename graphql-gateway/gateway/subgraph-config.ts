// Configuration of a subgraph served alone: its command line, and every variable it reads, checked at start.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { issueSentence, withoutEmpty } from '@shuxiang/process/settings'
import { z } from 'zod'
import { BadConfig, identityOf, sharedEnvironment, type IdentityConfig } from './config.ts'

/** Settings of one subgraph served over HTTP. Paths are absolute. */
export interface SubgraphConfig {
  readonly name: string
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Null: the embedded store. */
  readonly mongoUri: string | null
  readonly publicOrigin: string | null
  /** Below it each library has its site, at `<code>.<host>`. */
  readonly sitesOrigin: string | null
  readonly secretFile: string
  /** Null: nobody can be found. */
  readonly identity: IdentityConfig | null
  readonly logLevel: string
  /** Where the log goes; null: standard output. */
  readonly logFile: string | null
}

export const usage = `Usage: npm run subgraph -- <name> --port N [--host ADDRESS]
  --port   where it listens; 0 chooses a free one
  --host   the address it listens at; 127.0.0.1 unless told`

const port = z.coerce.number().int().min(0).max(65_535)

/** Reads arguments and environment. `names` are the subgraphs that are installed. Errors: `BadConfig`. */
export function readSubgraphConfig(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): SubgraphConfig {
  const { values, positionals } = parsed(args)
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0)
    throw new BadConfig(`Name one subgraph: ${names.join(', ')}.\n${usage}`)
  if (!names.includes(name))
    throw new BadConfig(`There is no subgraph "${name}"; there are: ${names.join(', ')}.`)
  const at = port.safeParse(values.port ?? undefined)
  if (!at.success) throw new BadConfig(`--port needs a number from 0 to 65535.\n${usage}`)
  const env = sharedEnvironment.safeParse(withoutEmpty(variables))
  if (!env.success) throw new BadConfig(issueSentence(env.error))
  const {
    DATA_DIR,
    MONGODB_URI,
    PUBLIC_ORIGIN,
    SITES_ORIGIN,
    PORT,
    SUBGRAPH_SECRET_FILE,
    LOG_LEVEL,
    LOG_FILE,
  } = env.data
  if (SUBGRAPH_SECRET_FILE === undefined)
    throw new BadConfig(
      'SUBGRAPH_SECRET_FILE is not set: name the file with the secret that the gateway signs its requests with.',
    )
  return {
    name,
    port: at.data,
    host: values.host ?? '127.0.0.1',
    dataDir: resolve(DATA_DIR),
    mongoUri: MONGODB_URI ?? null,
    publicOrigin: PUBLIC_ORIGIN ?? `http://localhost:${PORT ?? 8080}`,
    sitesOrigin: SITES_ORIGIN ?? PUBLIC_ORIGIN ?? `http://localhost:${PORT ?? 8080}`,
    secretFile: resolve(SUBGRAPH_SECRET_FILE),
    identity: identityOf(env.data),
    logLevel: LOG_LEVEL,
    logFile: LOG_FILE ? resolve(LOG_FILE) : null,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { port: { type: 'string' }, host: { type: 'string' } },
    })
  } catch (error) {
    throw new BadConfig(`${error instanceof Error ? error.message : 'Wrong arguments.'}\n${usage}`)
  }
}
