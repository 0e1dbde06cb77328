// A gateway over the suite's subgraphs as a process of its own: `node server.ts '<options as JSON>'`. Prints its origin.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTrustedDocuments, maskedErrors } from '@shuxiang/gateway'
import { federate } from '../federate.ts'
import { subgraphs } from '../monolith/library.ts'
import { serve, type ServeOptions } from '../serve.ts'
import { byName, personal } from './personal.ts'
import { troubled } from './troubled.ts'

/** What a test may ask for. */
export interface ServerSettings extends Pick<
  ServeOptions,
  'freeQueries' | 'introspection' | 'deadline' | 'cached'
> {
  /** Folder of releases with trusted documents. */
  readonly operationsDir?: string
  /** Asks a subgraph that depends on who asks, in this process or over HTTP, instead of the others. */
  readonly personal?: 'here' | 'elsewhere'
}

const settings: ServerSettings = JSON.parse(process.argv[2] ?? '{}')
const write = (level: string) => (fields: object, message?: string) =>
  process.stderr.write(`${JSON.stringify({ level, message, ...fields }, errorsAsText)}\n`)
const log = { debug() {}, info: write('info'), warn: write('warn'), error: write('error') }

const empty = await mkdtemp(join(tmpdir(), 'gateway-suite-'))
const documents = createTrustedDocuments(settings.operationsDir ?? empty, log, () => performance.now())
const asked = settings.personal ? [personal()] : [...subgraphs(), troubled()]
const { federation } = await federate(asked, {
  present: maskedErrors,
  remote: settings.personal === 'elsewhere',
})
const served = await serve(federation, {
  ...settings,
  ...(settings.personal ? { authenticate: byName } : {}),
  documents,
  log,
})
process.stdout.write(`${served.origin}\n`)
process.once(
  'SIGTERM',
  () =>
    void served
      .close()
      .then(() => rm(empty, { recursive: true }))
      .then(() => process.exit()),
)

function errorsAsText(_key: string, value: unknown): unknown {
  return value instanceof Error ? String(value.stack) : value
}
