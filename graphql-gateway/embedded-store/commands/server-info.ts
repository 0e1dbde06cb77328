// hello and what clients ask about the server; it never says it is MongoDB.
import { documentOf, isDocument, type Document } from '../bson/values.ts'
import type { Command, Context } from './context.ts'
import { refuse } from './errors.ts'
import { sessionMinutes } from './sessions.ts'

/** The MongoDB release whose behaviour is followed. */
export const followed = '8.0.0'
const wireVersion = 25

/** What is not offered; hello and the errors use the same words. */
export const notOffered = [
  'multi-document transactions',
  'change streams',
  'text and geo search',
  'collations but English',
]

/** The largest number of records the store is meant for; more are stored, but slowly searched without an index. */
export const meantFor = 1_000_000

function hello({ parts, request }: Context): Document {
  // A client goes on at the address told here, so it is the one it came by.
  const { address } = request.peer
  return documentOf(
    ['helloOk', true],
    ['isWritablePrimary', true],
    ['ismaster', true],
    ['secondary', false],
    // Drivers use sessions and retryable writes only with a member of a replica set.
    ['setName', 'embedded'],
    ['setVersion', 1],
    ['hosts', [address]],
    ['me', address],
    ['primary', address],
    ['maxBsonObjectSize', 16 * 1024 * 1024],
    ['maxMessageSizeBytes', 48_000_000],
    ['maxWriteBatchSize', 100_000],
    ['localTime', parts.clock.now()],
    ['logicalSessionTimeoutMinutes', sessionMinutes],
    ['connectionId', request.peer.id],
    ['minWireVersion', 0],
    ['maxWireVersion', wireVersion],
    ['readOnly', false],
    [
      'embeddedStore',
      documentOf(
        ['server', 'Shuxiang embedded store'],
        ['machines', 1],
        ['records', meantFor],
        ['notOffered', notOffered],
      ),
    ],
  )
}

const helloFields = [
  'helloOk',
  'client',
  'compression',
  'saslSupportedMechs',
  'speculativeAuthenticate',
  'topologyVersion',
  'maxAwaitTimeMS',
  'loadBalanced',
  'backpressure',
]

const greeting: Command = { fields: helloFields, run: hello }
const nothing: Command = { fields: [], run: () => new Map() }

/** Commands about the server itself. */
export const serverCommands: Readonly<Record<string, Command>> = {
  hello: greeting,
  isMaster: greeting,
  ismaster: greeting,
  ping: nothing,
  endSessions: nothing,
  refreshSessions: nothing,
  killSessions: nothing,
  killAllSessions: nothing,
  buildInfo: { fields: [], run: buildInfo },
  buildinfo: { fields: [], run: buildInfo },
  connectionStatus: {
    fields: ['showPrivileges'],
    run: () =>
      documentOf([
        'authInfo',
        documentOf(
          ['authenticatedUsers', []],
          ['authenticatedUserRoles', []],
          ['authenticatedUserPrivileges', []],
        ),
      ]),
  },
  getParameter: { fields: ['*'], run: () => new Map() },
  getLog: {
    fields: [],
    run: () =>
      documentOf(
        ['totalLinesWritten', 1],
        ['log', ['Shuxiang embedded store: a small MongoDB-compatible server.']],
      ),
  },
  serverStatus: { fields: ['*'], run: ({ parts }) => parts.status() },
  storeStatus: { fields: [], adminOnly: true, run: ({ parts }) => parts.status() },
  storeBackup: { fields: [], adminOnly: true, run: backup },
  configureFailPoint: { fields: ['mode', 'data'], adminOnly: true, run: failPoint },
}

function buildInfo(): Document {
  return documentOf(
    ['version', followed],
    ['versionArray', [8, 0, 0, 0]],
    ['gitVersion', 'embedded store'],
    ['modules', ['embedded-store']],
    ['storageEngines', ['lmdb']],
    ['maxBsonObjectSize', 16 * 1024 * 1024],
  )
}

/** Copies the store to a new file; only for those who could read the files anyway. */
async function backup({ args, parts, request }: Context): Promise<Document> {
  if (!request.peer.local) refuse(13, "storeBackup is only answered on the store's own socket")
  const file = args.text('storeBackup') ?? ''
  if (!file.startsWith('/'))
    refuse(2, 'storeBackup needs the absolute path of a file that does not exist yet')
  try {
    await parts.keyspace.backup(file)
  } catch (error) {
    refuse(2, `no backup was made: ${error instanceof Error ? error.message : String(error)}`)
  }
  return documentOf(['file', file])
}

function failPoint({ args, parts }: Context): Document {
  if (!parts.failPoints)
    return refuse(59, "no such command: 'configureFailPoint'; start the store with --fail-points")
  const data = args.document.get('data')
  parts.failPoints.configure(
    args.text('configureFailPoint') ?? '',
    args.document.get('mode'),
    isDocument(data) ? data : new Map(),
  )
  return new Map()
}
