// `npm run provision [-- --secret-file FILE]`: gives every library its client and organization at the identity provider.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { libraryNames } from '@shuxiang/product/libraries'
import { connectStore } from '@shuxiang/product/store'
import { adminClient, AdminRefused, AdminUnavailable } from '../admin-client/client.ts'
import { adminTokens } from '../admin-client/token.ts'
import { BadConfig, readConfig, secretsFolder, type IdentityConfig } from '../config.ts'
import { readSecret } from '../keys/files.ts'
import { readRealm } from '../realm/index.ts'
import { provisionerSecretFile } from '../running.ts'
import { provisionLibraries } from './libraries.ts'
import { siteOf } from './library-site.ts'

const usage = `Use: npm run provision [-- --secret-file FILE]
  --secret-file  the secret of the client ndl-provisioner, for a Keycloak, when KEYCLOAK_PROVISIONER_SECRET_FILE is not set; the embedded provider keeps its own in the data folder`

const ending = new AbortController()
process.once('SIGINT', () => ending.abort())
process.once('SIGTERM', () => ending.abort())

try {
  process.exitCode = await provision(readConfig(process.env), secretFileOf(process.argv.slice(2)))
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
}

async function provision(config: IdentityConfig, given: string | undefined): Promise<number> {
  const named = given ?? config.keycloakSecretFile
  // What the embedded provider made for itself is not for a Keycloak to see.
  if (named === null && config.keycloakUrl !== null)
    throw new BadConfig(`Name the file with the secret that Keycloak made for ndl-provisioner.\n${usage}`)
  const file = named ?? join(secretsFolder(config), provisionerSecretFile)
  const secret = readSecret(file)?.trim()
  if (secret === undefined)
    throw new BadConfig(
      `There is no file ${file} with the secret of ndl-provisioner. Start the product once, or name the file.\n${usage}`,
    )
  const { realm } = readRealm(config.realmVariables)
  const origin = config.keycloakUrl ?? config.origin
  const token = adminTokens(`${origin}/realms/${realm}`, { clientId: 'ndl-provisioner', secret })
  const store = await connectStore({ ...config, logFile: null, appName: 'provision', patience: 10_000 })
  try {
    const libraries = (await libraryNames(store.db)).map((library) => siteOf(library, config.sitesOrigin))
    process.stdout.write(`${libraries.length} libraries, at ${origin}\n`)
    const { made, changed, unchanged, refused } = await provisionLibraries({
      admin: adminClient({ origin, realm, token, signal: ending.signal }),
      libraries,
      gateway: config.realmVariables['NDL_GATEWAY_URL'] ?? config.portal,
      signal: ending.signal,
      pause,
      progress: (done) => {
        if (done % 100 === 0 || done === libraries.length)
          process.stdout.write(`${done} of ${libraries.length}\n`)
      },
    })
    process.stdout.write(`${made} made, ${changed} changed, ${unchanged} as they were\n`)
    for (const sentence of refused) process.stdout.write(`refused: ${sentence}\n`)
    return refused.length === 0 ? 0 : 1
  } finally {
    await store.close()
  }
}

function secretFileOf(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { 'secret-file': { type: 'string' } } }).values[
      'secret-file'
    ]
  } catch {
    throw new BadConfig(usage)
  }
}

function sentenceOf(error: unknown): string {
  if (ending.signal.aborted) return 'Ended; run it again and it goes on.'
  if (error instanceof AdminRefused && error.status === 401)
    return 'The identity provider refuses the secret of ndl-provisioner. Name the right file.'
  if (error instanceof AdminUnavailable)
    return `${error.message}. What is done stays; run it again and it goes on.`
  return error instanceof Error ? error.message : String(error)
}
