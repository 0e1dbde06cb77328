// A federation of subgraphs in one process, to be asked directly: for suites.
import {
  compose,
  createFederation,
  localTransport,
  openErrors,
  routeTo,
  type Federation,
  type GatewayContext,
  type PresentError,
  type Transport,
} from '@shuxiang/gateway'
import type { Subgraph } from '@shuxiang/subgraph-kit'
import { getOperationAST, parse, validate, type ExecutionResult } from 'graphql'
import { MongoClient } from 'mongodb'

/** A federation that can be asked. */
export interface Asked {
  readonly federation: Federation
  ask(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult>
}

/** How it is put together; the defaults are function calls and open errors. */
export interface FederateOptions {
  readonly present?: PresentError
  readonly nulls?: 'explained' | 'silent'
  readonly wrap?: (send: Transport) => Transport
  readonly signal?: AbortSignal
}

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** Composes and joins subgraphs. */
export async function federate(
  subgraphs: readonly Subgraph[],
  options: FederateOptions = {},
): Promise<Asked> {
  const { present = openErrors, nulls = 'explained', wrap = (send) => send } = options
  const transports = new Map(
    subgraphs.map((subgraph) => [subgraph.name, localTransport(subgraph, () => nowhere)]),
  )
  const supergraphSdl = await compose(subgraphs)
  const federation = createFederation({ supergraphSdl, send: wrap(routeTo(transports)), present, nulls })
  return {
    federation,
    async ask(query, variables = {}) {
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
        context: contextOf(options.signal),
      })
    },
  }
}

/** A context as the front would make it. */
export function contextOf(signal: AbortSignal = new AbortController().signal): GatewayContext {
  return { requestId: 'suite', log: silent, signal, tenant: null, outcome: { cachePolicy: null } }
}

/** These subgraphs keep their data in memory: a client that never connects. */
const nowhere = new MongoClient('mongodb://127.0.0.1:1').db('none')
