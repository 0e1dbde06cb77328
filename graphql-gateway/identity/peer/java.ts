// Finds a Java that Keycloak runs on.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** Oldest version on which Keycloak 26 runs. */
export const OLDEST_JAVA = 21

const run = promisify(execFile)

/** Home of a Java of the version asked for or newer; null when this machine has none. */
export async function findJavaHome(environment: NodeJS.ProcessEnv): Promise<string | null> {
  const own = environment['JAVA_HOME']
  const folders = '/usr/lib/jvm'
  const homes = [
    ...(own === undefined ? [] : [own]),
    ...(existsSync(folders) ? readdirSync(folders).map((name) => join(folders, name)) : []),
    ...(environment['PATH'] ?? '').split(delimiter).map((folder) => join(folder, '..')),
  ]
  for (const home of homes) if ((await versionOf(join(home, 'bin', 'java'))) >= OLDEST_JAVA) return home
  return null
}

/** 0 for a file that is no Java. */
async function versionOf(java: string): Promise<number> {
  if (!existsSync(java)) return 0
  try {
    const { stderr, stdout } = await run(java, ['-version'], { timeout: 20_000 })
    return Number(/version "(\d+)/.exec(stderr + stdout)?.[1] ?? 0)
  } catch {
    return 0
  }
}
