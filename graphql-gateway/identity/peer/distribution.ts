// Keycloak's own distribution, fetched by Maven once and built once.
import { execFile } from 'node:child_process'
import { cp, link, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** The release that the realm file and the suites are held against. */
export const KEYCLOAK_VERSION = '26.7.0'

const run = promisify(execFile)
const artifact = `org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`

/** The built distribution in `folder`. Errors: `Error` when Maven is absent or cannot have it. */
export async function fetchDistribution(folder: string, javaHome: string): Promise<string> {
  const home = join(folder, `keycloak-${KEYCLOAK_VERSION}`)
  if (await isThere(home)) return home
  await mkdir(folder, { recursive: true })
  const part = await mkdtemp(join(folder, '.unpacking-'))
  const options = { cwd: part, env: { ...process.env, JAVA_HOME: javaHome }, timeout: 300_000 }
  try {
    // Maven unpacks as well: the machine needs no program for zip files.
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack'
    await run('mvn', ['-B', '-q', goal, `-Dartifact=${artifact}`, `-DoutputDirectory=${part}`], options)
    const unpacked = join(part, `keycloak-${KEYCLOAK_VERSION}`)
    await run(
      'bash',
      [join(unpacked, 'bin', 'kc.sh'), 'build', '--db=dev-mem', '--health-enabled=true'],
      options,
    )
    await rename(unpacked, home).catch(async (error: unknown) => {
      // Somebody else was quicker.
      if (!(await isThere(home))) throw error
    })
    return home
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

/** A Keycloak of its own beside others: what is only read is linked, what a server may write is copied. */
export async function copyOf(home: string, target: string): Promise<void> {
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const from = join(entry.parentPath, entry.name)
    const to = join(target, from.slice(home.length))
    await mkdir(dirname(to), { recursive: true })
    if (from.includes(join('lib', 'quarkus')) || from.includes(`${home}/conf`)) await cp(from, to)
    else await link(from, to).catch(() => cp(from, to))
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
