// Starts the other server, where this machine has Java and its jars can be had.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fetchJars } from './jars.ts'

/** A running peer. */
export interface Peer {
  readonly port: number
  close(): Promise<void>
}

/** Where the peer's parts are looked for. */
export interface PeerPlaces {
  /** Keeps the jars. */
  readonly folder: string
  readonly repository: string
  /** JAVA_HOME, if it is set. */
  readonly javaHome: string | undefined
}

/** The peer, or a sentence why there is none. */
export async function startPeer({ folder, repository, javaHome }: PeerPlaces): Promise<Peer | string> {
  const java = findJava(javaHome)
  if (java === null) return 'there is no Java 17 or newer on this machine'
  let jars: string[]
  try {
    jars = await fetchJars(folder, repository)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return `the jars of mongo-java-server cannot be had (${reason})`
  }
  const child = spawn(java, ['-cp', jars.join(delimiter), join(import.meta.dirname, 'Peer.java')], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const started = await Promise.race([
    once(child.stdout, 'data').then(([bytes]) => Number(String(bytes))),
    once(child, 'exit').then(() => NaN),
  ])
  if (!Number.isInteger(started)) return 'mongo-java-server does not start with this Java'
  return {
    port: started,
    async close() {
      const ended = once(child, 'exit')
      child.stdin.end()
      await ended
    },
  }
}

function findJava(home: string | undefined): string | null {
  const folders = '/usr/lib/jvm'
  const homes = [
    ...(home === undefined ? [] : [home]),
    ...(existsSync(folders) ? readdirSync(folders).map((name) => join(folders, name)) : []),
  ]
  const names = homes.map((each) => join(each, 'bin', 'java'))
  const paths = (process.env['PATH'] ?? '').split(delimiter).map((each) => join(each, 'java'))
  return [...names, ...paths].find((file) => existsSync(file)) ?? null
}

/** Where the environment says the parts are. `MAVEN_CENTRAL` names another Maven repository. */
export function placesOf(environment: NodeJS.ProcessEnv): PeerPlaces {
  return {
    folder: join(environment['BUILD_DIR'] ?? '.build', 'peer'),
    repository: environment['MAVEN_CENTRAL'] ?? 'https://repo1.maven.org/maven2',
    javaHome: environment['JAVA_HOME'],
  }
}
