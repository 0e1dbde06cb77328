// A gateway on a loopback port over subgraphs in this process: for suites that speak HTTP.
import { once } from 'node:events'
import {
  createFront,
  createGraphql,
  createResponseCache,
  jsonAnswer,
  publicLimits,
  startApollo,
  withoutIdentity,
  type Federation,
} from '@shuxiang/gateway'

/** How the gateway under test is set up. */
export interface ServeOptions {
  readonly freeQueries?: 'nobody' | 'everywhere'
  readonly introspection?: boolean
  /** Milliseconds an operation may take. */
  readonly deadline?: number
  readonly documents?: Parameters<typeof createGraphql>[0]['documents']
  readonly cached?: boolean
  /** Nobody can be signed in unless told. */
  readonly authenticate?: Parameters<typeof createFront>[0]['authenticate']
  readonly log?: Parameters<typeof createFront>[0]['log']
}

/** A running gateway. */
export interface Served {
  readonly url: string
  readonly origin: string
  close(): Promise<void>
}

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** Serves a federation on a free port. */
export async function serve(federation: Federation, options: ServeOptions = {}): Promise<Served> {
  const {
    freeQueries = 'everywhere',
    introspection = true,
    deadline = 5000,
    documents = null,
    log = silent,
  } = options
  const apollo = await startApollo({
    over: federation,
    log,
    introspection,
    selections: publicLimits.selections,
  })
  const cache = options.cached ? createResponseCache(1_000_000, () => performance.now()) : null
  const graphql = createGraphql({ apollo, documents, limits: publicLimits, cache })
  let ids = 0
  const front = createFront({
    graphql: () => graphql,
    ready: async () => jsonAnswer(200, { status: 'ready' }),
    authenticate: options.authenticate ?? withoutIdentity,
    backchannel: () => null,
    log,
    newId: () => `request-${++ids}`,
    now: () => performance.now(),
    freeQueries,
    deadline,
    bodyLimit: 64 * 1024,
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  const address = front.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    origin,
    url: `${origin}/graphql`,
    async close() {
      front.closeAllConnections()
      front.close()
      await apollo.stop()
    },
  }
}
