// A federation of subgraphs in one process, to be asked directly: for suites.
import { once } from 'node:events'
import {
  compose,
  createFederation,
  localTransport,
  newOutcome,
  openErrors,
  remoteTransport,
  routeTo,
  type Federation,
  type GatewayContext,
  type PresentError,
  type Transport,
} from '@shuxiang/gateway'
import { anonymous, type Principal } from '@shuxiang/permissions'
import { serveSubgraph, type Subgraph } from '@shuxiang/subgraph-kit'
import { memoryAudit, silentLog as silent } from '@shuxiang/subgraph-kit/testing'
import { getOperationAST, parse, validate, type ExecutionResult } from 'graphql'
import { MongoClient } from 'mongodb'

/** A federation that can be asked. */
export interface Asked {
  readonly federation: Federation
  ask(query: string, variables?: Record<string, unknown>, principal?: Principal): Promise<ExecutionResult>
  close(): Promise<void>
}

/** How it is put together; the defaults are function calls and open errors. */
export interface FederateOptions {
  readonly present?: PresentError
  readonly nulls?: 'explained' | 'silent'
  readonly wrap?: (send: Transport) => Transport
  readonly signal?: AbortSignal
  readonly corrected?: ((supergraph: string) => string) | undefined
  /** Each subgraph behind a port of its own, with signatures. */
  readonly remote?: boolean
}

/** Composes and joins subgraphs. */
export async function federate(
  subgraphs: readonly Subgraph[],
  options: FederateOptions = {},
): Promise<Asked> {
  const { present = openErrors, nulls = 'explained', wrap = (send) => send } = options
  const closers: (() => Promise<void>)[] = []
  const transports = new Map<string, Transport>()
  for (const subgraph of subgraphs) {
    const reached = options.remote
      ? await behindHttp(subgraph)
      : {
          send: localTransport(subgraph, { db: () => nowhere, audit: memoryAudit(), now: Date.now }),
          close: async () => {},
        }
    transports.set(subgraph.name, reached.send)
    closers.push(reached.close)
  }
  const composed = await compose(subgraphs)
  const supergraphSdl = options.corrected ? options.corrected(composed) : composed
  const federation = createFederation({ supergraphSdl, send: wrap(routeTo(transports)), present, nulls })
  return {
    federation,
    close: async () => void (await Promise.all(closers.map((close) => close()))),
    async ask(query, variables = {}, principal = anonymous) {
      const document = parse(query)
      const problems = validate(federation.schema, document)
      if (problems.length > 0) return { errors: problems }
      const operation = getOperationAST(document)
      if (!operation) throw new Error('The query has no single operation.')
      return federation.execute({
        key: query,
        operation,
        document,
        variables,
        context: contextOf(options.signal, principal),
      })
    },
  }
}

/** A server and the gateway's way to it. */
export async function behindHttp(
  subgraph: Subgraph,
): Promise<{ send: Transport; close: () => Promise<void>; url: string }> {
  const secret = Buffer.from('a secret of the suite')
  const server = serveSubgraph({
    subgraph,
    secret,
    db: () => nowhere,
    audit: memoryAudit(),
    log: silent,
    now: Date.now,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql`
  const { send, close } = remoteTransport({ subgraph: subgraph.name, url, secret, now: Date.now })
  return {
    send,
    url,
    async close() {
      await close()
      server.close()
    },
  }
}

/** A context as the front would make it. */
export function contextOf(
  signal: AbortSignal = new AbortController().signal,
  principal: Principal = anonymous,
): GatewayContext {
  return { requestId: 'suite', log: silent, signal, tenant: null, principal, outcome: newOutcome() }
}

/** These subgraphs keep their data in memory: a client that never connects. */
const nowhere = new MongoClient('mongodb://127.0.0.1:1').db('none')
