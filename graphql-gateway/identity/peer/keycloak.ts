// Starts a real Keycloak with our realm file, where this machine has Java and Maven.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@shuxiang/process/free-port'
import { copyOf, fetchDistribution } from './distribution.ts'
import { findJavaHome, OLDEST_JAVA } from './java.ts'

/** A running Keycloak. */
export interface Keycloak {
  /** Scheme, host and port. */
  readonly origin: string
  /** Address of the realm. */
  readonly issuer: string
  /** Of the user `admin` of the realm `master`; made for this run. */
  readonly adminPassword: string
  readonly pid: number
  /** Ends it and removes what it wrote. */
  close(): Promise<void>
}

/** How to start one. */
export interface KeycloakOptions {
  /** Keeps the distribution between runs. */
  readonly folder: string
  /** The realm as Keycloak imports it: JSON with a field `realm`. */
  readonly realm: { readonly realm: string }
  /** 0 or absent: any free one. */
  readonly port?: number
  /** By which browsers know this machine: `localhost` when absent. A page of another host is of another site. */
  readonly host?: 'localhost' | '127.0.0.1'
  /** Values for the places `${NAME:default}` of the realm file. */
  readonly variables?: Readonly<Record<string, string>>
}

/** Milliseconds after which a start has failed: the first import takes most of a minute on two busy cores. */
const LONGEST_START = 420_000
/** Milliseconds after which an ending Keycloak is ended by force: it does not listen while it imports. */
const LONGEST_STOP = 20_000

/** What a Keycloak needs of this machine. */
interface Needed {
  readonly javaHome: string
  readonly distribution: string
}

/** Fetches and builds it where that was not done before; a sentence where it cannot be had. */
export async function keycloakHere(folder: string): Promise<Needed | string> {
  const javaHome = await findJavaHome(process.env)
  if (javaHome === null) return `there is no Java ${OLDEST_JAVA} or newer on this machine`
  try {
    return { javaHome, distribution: await fetchDistribution(folder, javaHome) }
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return `Keycloak cannot be had by Maven (${reason})`
  }
}

/** The server, or a sentence why there is none. */
export async function startKeycloak(options: KeycloakOptions): Promise<Keycloak | string> {
  const needed = await keycloakHere(options.folder)
  if (typeof needed === 'string') return needed
  const { javaHome, distribution } = needed
  const own = await mkdtemp(join(tmpdir(), 'keycloak-'))
  const home = join(own, 'keycloak')
  await copyOf(distribution, home)
  await mkdir(join(home, 'data', 'import'), { recursive: true })
  const { realm } = options.realm
  await writeFile(join(home, 'data', 'import', `${realm}-realm.json`), JSON.stringify(options.realm))
  const started = await boot(home, realm, javaHome, options)
  const close = async (): Promise<void> => {
    await started.end()
    await rm(own, { recursive: true, force: true })
  }
  try {
    await started.ready()
  } catch (error) {
    const log = await readFile(started.log, 'utf8').catch(() => '')
    await close()
    throw new Error(`Keycloak does not start:\n${log.split('\n').slice(-25).join('\n')}`, { cause: error })
  }
  const { origin, adminPassword, pid } = started
  return { origin, issuer: `${origin}/realms/${realm}`, adminPassword, pid, close }
}

async function boot(
  home: string,
  realm: string,
  javaHome: string,
  { port: wanted = 0, host = 'localhost', variables = {} }: KeycloakOptions,
) {
  const port = wanted === 0 ? await freePort() : wanted
  const management = await freePort()
  const origin = `http://${host}:${port}`
  const adminPassword = randomBytes(18).toString('base64url')
  const log = join(home, 'data', 'output.log')
  const arguments_ = [
    'start',
    '--optimized',
    '--http-enabled=true',
    `--hostname=${origin}`,
    '--http-host=127.0.0.1',
    `--http-port=${port}`,
    `--http-management-port=${management}`,
    '--import-realm',
    '--log=file',
    `--log-file=${log}`,
  ]
  const child = spawn('bash', [join(home, 'bin', 'kc.sh'), ...arguments_], {
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      ...variables,
      JAVA_HOME: javaHome,
      JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx768m',
      // A server that lives for minutes: quick compilation, and one core of what is there.
      JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1 -XX:ActiveProcessorCount=1',
      KC_BOOTSTRAP_ADMIN_USERNAME: 'admin',
      KC_BOOTSTRAP_ADMIN_PASSWORD: adminPassword,
    },
  })
  const { pid } = child
  if (pid === undefined) throw new Error('bash cannot be started')
  const gone = once(child, 'exit')
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null
  return {
    origin,
    adminPassword,
    pid,
    log,
    async ready(): Promise<void> {
      const discovery = `${origin}/realms/${realm}/.well-known/openid-configuration`
      const latest = Date.now() + LONGEST_START
      while (!(await answers(`http://localhost:${management}/health/ready`)) || !(await answers(discovery))) {
        if (ended() || Date.now() > latest) throw new Error('it ended, or took too long')
        await pause(300)
      }
    },
    async end(): Promise<void> {
      if (ended()) return
      child.kill('SIGTERM')
      const forced = setTimeout(() => process.kill(-pid, 'SIGKILL'), LONGEST_STOP)
      await gone
      clearTimeout(forced)
    },
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    const { ok, body } = await fetch(address, { signal: AbortSignal.timeout(3000) })
    await body?.cancel()
    return ok
  } catch {
    return false
  }
}
