// `npm run realm -- plan|apply …`: what the realm file has and a live Keycloak has not, and bringing it there.
import { parseArgs } from 'node:util'
import { adminClient, AdminRefused, AdminUnavailable } from '../admin-client/client.ts'
import { adminTokens, type Credentials } from '../admin-client/token.ts'
import { BadConfig, readConfig, type IdentityConfig } from '../config.ts'
import { readSecret } from '../keys/files.ts'
import { isLoopback } from '@shuxiang/process/asking-address'
import { readRealm, type Realm } from '../realm/index.ts'
import { bring, planOf, type Planned } from './bring.ts'

const usage = `Use: npm run realm -- [plan|apply] --secret-file FILE (--user NAME | --client ID) [--login-realm REALM]
  plan           says what would change, and changes nothing; this is what happens when nothing is said
  apply          makes the changes
  --secret-file  the password of the user, or the secret of the client; readable by you only
  --user         an operator, by name and password
  --client       a client of operators with a service account
  --login-realm  where the operator is known; master unless said
It ends with 0 when nothing is to be done or all is done, with 2 when a plan has changes, and with 1 when something failed.`

const failed = 1
const changesWait = 2

const ending = new AbortController()
process.once('SIGINT', () => ending.abort())
process.once('SIGTERM', () => ending.abort())

try {
  process.exitCode = await run(readConfig(process.env), process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = failed
}

async function run(config: IdentityConfig, args: readonly string[]): Promise<number> {
  const asked = readArguments(args)
  if (config.keycloakUrl === null) {
    say('The embedded provider reads the realm file whenever it starts: there is nothing to bring anywhere.')
    say('For a Keycloak, name it in KEYCLOAK_URL.')
    return 0
  }
  const at = config.keycloakAdminUrl ?? config.keycloakUrl
  const realm = realmFor(config, at)
  const admin = adminClient({
    origin: at,
    realm: realm.realm,
    token: adminTokens(`${at}/realms/${encodeURIComponent(asked.loginRealm)}`, credentialsOf(asked)),
  })
  const live = { realm, admin }
  if (asked.what === 'plan') {
    const planned = await planOf(live)
    say(
      `Realm ${realm.realm} at ${at}: ${planned.length === 0 ? 'as the file has it' : `${planned.length} changes wait`}`,
    )
    let last = ''
    for (const change of planned) last = sayChange(change, last)
    if (planned.length === 0) return 0
    say('Nothing was changed. To make these changes: npm run realm -- apply …')
    return changesWait
  }
  say(`Realm ${realm.realm} at ${at}`)
  let last = ''
  const made = await bring(live, {
    told: (change) => (last = sayChange(change, last)),
    signal: ending.signal,
  })
  const left = made === 0 ? [] : await planOf(live)
  say(made === 0 ? 'As the file has it; nothing was changed.' : `${made} changes made.`)
  if (left.length === 0) return 0
  say(`${left.length} changes were made and are not there; look into Keycloak's log:`)
  for (const { section, said } of left) say(`  ${section}: ${said}`)
  return failed
}

function sayChange({ section, said }: Planned, last: string): string {
  if (section !== last) say(section)
  say(`  ${said}`)
  return section
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The file with the addresses of this installation. @throws BadConfig where they are this machine's and Keycloak is not */
function realmFor(config: IdentityConfig, at: string): Realm {
  const realm = readRealm(config.realmVariables)
  if (!isLoopback(new URL(at).hostname))
    for (const [name, value] of Object.entries(config.realmVariables))
      if (value !== undefined && isLoopback(new URL(value).hostname))
        throw new BadConfig(
          `${name} is ${value}, and the Keycloak is on another machine: set ${name} to the address that readers know, as when the realm was imported.`,
        )
  return realm
}

interface Asked {
  readonly what: 'plan' | 'apply'
  readonly user: string | undefined
  readonly client: string | undefined
  readonly secretFile: string
  readonly loginRealm: string
}

/** @throws BadConfig */
function readArguments(args: readonly string[]): Asked {
  const options = {
    'secret-file': { type: 'string' },
    user: { type: 'string' },
    client: { type: 'string' },
    'login-realm': { type: 'string', default: 'master' },
  } as const
  let parsed
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new BadConfig(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
  const { values, positionals } = parsed
  const [what = 'plan', ...more] = positionals
  if ((what !== 'plan' && what !== 'apply') || more.length > 0) throw new BadConfig(usage)
  return {
    what,
    user: values.user,
    client: values.client,
    secretFile: values['secret-file'] ?? '',
    loginRealm: values['login-realm'],
  }
}

/** @throws BadConfig, BadSecretFile */
function credentialsOf({ user, client, secretFile }: Asked): Credentials {
  if ((user === undefined) === (client === undefined))
    throw new BadConfig(`Name a user or a client.\n${usage}`)
  if (client === 'ndl-provisioner')
    throw new BadConfig(
      'ndl-provisioner may not change the realm, and must not be given the right to: name an operator.',
    )
  if (secretFile === '') throw new BadConfig(`Name the file with the password or the secret.\n${usage}`)
  const secret = readSecret(secretFile)?.trim()
  if (!secret) throw new BadConfig(`There is no secret in ${secretFile}: put it there, and chmod 600 it.`)
  return user === undefined ? { clientId: client ?? '', secret } : { username: user, password: secret }
}

function sentenceOf(error: unknown): string {
  if (ending.signal.aborted) return 'Ended. What is done stays; run it again and it goes on.'
  if (error instanceof AdminRefused && error.message === 'the credentials are refused')
    return 'Keycloak refuses the name with this secret. Name the right file, and the realm of the operator.'
  if (error instanceof AdminRefused && error.status === 403)
    return 'Keycloak does not let this operator do it: it needs the role admin of the realm master, or realm-admin of the realm itself.'
  if (error instanceof AdminUnavailable)
    return `${error.message}. What is done stays; run it again and it goes on.`
  return error instanceof Error ? error.message : String(error)
}
