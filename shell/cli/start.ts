// `npm start`: builds what is stale, runs the parts, shows progress and the addresses, stops cleanly.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { isStale } from './build.ts'
import { contentPlace, type ContentPlace } from './content-place.ts'
import { Failure } from './failure.ts'
import { prepareFolder } from './folder.ts'
import { runProgram } from './forward.ts'
import { type Health, healthOf } from './health.ts'
import { type Part, parts } from './parts.ts'
import { settings, type Settings } from './paths.ts'
import { portTaken } from './port.ts'
import { createProgress } from './progress.ts'
import { socketPath } from './socket-path.ts'
import { createSupervisor } from './supervisor.ts'

export async function run(): Promise<number> {
  const set = settings(process.env)
  if ('sentence' in set) throw new Failure(set.sentence)
  // Read-only folders and full disks are told before anything starts.
  for (const folder of [set.dataDir, set.buildDir]) prepareFolder(folder)
  if (await portTaken(set.port))
    throw new Failure(
      `Port ${set.port} is in use, perhaps by another copy of the product: stop that one, or start this one with PORT=${set.port + 10} DATA_DIR=.data-2 npm start.`,
    )
  if (await portTaken(set.identityPort))
    throw new Failure(
      `Port ${set.identityPort}, where people sign in, is in use: start the product with IDENTITY_PORT=${set.identityPort + 20} npm start.`,
    )
  // A process of its own, because this one stays: it would keep 200 MB of build tools as long as the product runs.
  if (await isStale(set.buildDir)) {
    const code = await runProgram('shell/cli/main.ts', ['build'])
    if (code !== 0) return code
  }
  return serve(set, createProgress(process.stdout))
}

/** Exported for `npm run dev`, which adds variables for the shell. */
export async function serve(
  set: Settings,
  progress: ReturnType<typeof createProgress>,
  extra: NodeJS.ProcessEnv = {},
): Promise<number> {
  const began = Date.now()
  const content = await contentPlace(set, process.env)
  let finish: (code: number) => void = () => {}
  const finished = new Promise<number>((resolve) => (finish = resolve))
  let failure: string | null = null
  let announced = false
  const up = new Set<Part['name']>()

  const supervisor = createSupervisor({
    parts,
    logDir: join(set.dataDir, 'logs'),
    runDir: join(set.dataDir, 'run'),
    env: {
      ...process.env,
      PORT: String(set.port),
      DATA_DIR: set.dataDir,
      BUILD_DIR: set.buildDir,
      GATEWAY_SOCKET: socketPath(set.dataDir, 'gateway'),
      IDENTITY_PORT: String(set.identityPort),
      ...content,
      LETTERS_SECRET: process.env['LETTERS_SECRET'] || randomBytes(32).toString('base64url'),
      // One address everywhere: what tokens call their issuer begins with it.
      IDENTITY_ORIGIN:
        process.env['KEYCLOAK_URL'] ||
        process.env['IDENTITY_ORIGIN'] ||
        `http://localhost:${set.identityPort}`,
      ...extra,
    },
    on: {
      ready(part, said) {
        if (part.name === 'identity' && !up.has('identity') && said.length > 0)
          process.stdout.write(peopleToTry(set, said))
        up.add(part.name)
        if (announced || !up.has('gateway') || !up.has('shell')) return
        announced = true
        progress.done(`Serving after ${((Date.now() - began) / 1000).toFixed(1)} s`)
        void healthOf(set.port).then((health) => process.stdout.write(banner(set, content, health)))
      },
      restarting(part, code, signal, delay) {
        progress.say(
          `The part "${part.name}" ended (${signal ?? `code ${code}`}) and starts again in ${delay / 1000} s; its log: ${join(set.dataDir, 'logs', `${part.name}.log`)}`,
        )
      },
      failed(_part, sentence) {
        failure = sentence
        finish(1)
      },
    },
  })

  let signals = 0
  const onSignal = () => {
    signals += 1
    if (signals === 1) finish(0)
    // A second Ctrl-C means now.
    else process.exit(130)
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal)

  progress.step('Starting the gateway, the job worker, identity and the shell')
  supervisor.start()
  const watch = watchStore(set, progress)
  const code = await finished
  clearInterval(watch)
  progress.clear()
  if (failure !== null) process.stderr.write(`\n${String(failure)}\n`)
  else process.stdout.write('\nStopping; everything acknowledged is on disk.\n')
  await supervisor.stop()
  return code
}

/** Shows how far a change of the store or an import is, then the index that follows it or is filled again, from the answer everybody gets. */
function watchStore(set: Settings, progress: ReturnType<typeof createProgress>): NodeJS.Timeout {
  let source: string | null = null
  let indexed = -1
  let refilling = false
  let preparing = false
  return setInterval(() => {
    void healthOf(set.port).then((health) => {
      if (health === null) return
      const { records, rebuilding } = health.search
      if (health.preparing !== null) {
        preparing = true
        progress.measure('Bringing the store up to date', health.preparing.done, health.preparing.total)
      } else if (preparing) {
        progress.done('Brought the store up to date')
        preparing = false
      } else if (health.importing !== null) {
        source = health.importing.source
        indexed = -1
        progress.measure(`Importing ${source}`, health.importing.done, health.importing.total)
      } else if (rebuilding !== null) {
        refilling ||= rebuilding.total > 0
        if (refilling) progress.measure('Filling the search index again', rebuilding.done, rebuilding.total)
      } else if (refilling) {
        progress.done(`Filled the search index: ${records.toLocaleString('en')} records can be searched`)
        refilling = false
      } else if (source !== null && indexed === records) {
        progress.done(`Imported ${source}: ${indexed.toLocaleString('en')} records can be searched`)
        source = null
      } else indexed = records
    })
  }, 1_000)
}

/** Which store it is and what it cannot do, as the store itself says. */
function storeLines(health: Health | null): string {
  const store = health?.store
  if (store?.limits === undefined) return store?.kind === 'mongodb' ? 'MongoDB' : 'embedded'
  return `embedded: one machine, up to about ${store.limits.records.toLocaleString('en')} records; not offered: ${store.limits.notOffered.join(', ')}
            to move to MongoDB: npm run store -- copy --to mongodb://...`
}

/** Whether everything can be found. */
function searchLine(health: Health | null): string {
  if (health === null || health.search.state === 'unavailable')
    return 'does not answer yet; everything else is served'
  const { records, rebuilding } = health.search
  if (rebuilding === null) return `${records.toLocaleString('en')} records`
  const { done, total } = rebuilding
  return `the index is being filled again from the store: ${done.toLocaleString('en')} of ${total > 0 ? total.toLocaleString('en') : 'all'} records so far`
}

/** Who may be tried; their passwords are this installation's own. */
function peopleToTry({ identityPort }: Settings, lines: readonly string[]): string {
  const indent = '\n            '
  return `
  Sign in   http://localhost:${identityPort}/realms/ndl/account
            as one of these, who are on this machine only: name, password, and of staff the device for one-time codes${indent}${lines.join(indent)}

`
}

/** Where staff work, when it is not on the portal. */
function consoleLine(address: string | undefined): string {
  return address ? `\n  Console   ${address}` : ''
}

/** Where code of libraries runs, for who looks at what a page asks. */
function contentLine({ CONTENT_ORIGIN: address = process.env['CONTENT_ORIGIN'] }: ContentPlace): string {
  return address ? `\n  Content   ${address}, for code of libraries alone` : ''
}

function banner(set: Settings, content: ContentPlace, health: Health | null): string {
  return `
  Portal    http://localhost:${set.port}${consoleLine(process.env['NDL_CONSOLE_URL'])}
  Branches  http://<code>.localhost:${set.port}, such as http://n330110.localhost:${set.port}; npm run sites opens more${contentLine(content)}
  GraphQL   http://localhost:${set.port}/graphql
  Health    http://localhost:${set.port}/health/ready
  Data      ${set.dataDir}
  Store     ${storeLines(health)}
  Search    ${searchLine(health)}
  Stop with Ctrl-C.

`
}
