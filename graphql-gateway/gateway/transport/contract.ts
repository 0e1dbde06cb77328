// How the executor reaches a subgraph, whatever lies between them.
import type { Principal } from '@shuxiang/permissions'
import type { Log } from '@shuxiang/subgraph-kit'
import type { CachePolicy } from '../cache/policy.ts'

/** Everything the gateway knows of one request of a client. */
export interface GatewayContext {
  readonly requestId: string
  readonly log: Log
  /** Fires when the client has gone or the deadline of the operation has passed. */
  readonly signal: AbortSignal
  /** Id of the library whose branch site asks; null on the portal. */
  readonly tenant: string | null
  /** Who asks. */
  readonly principal: Principal
  /** Filled while the operation runs. An object of its own, for @apollo/server hands a copy of the context to the executor. */
  readonly outcome: Outcome
}

/** What an operation tells of its answer. */
export interface Outcome {
  /** How long an answer without errors may be kept; null while there is none. */
  cachePolicy: CachePolicy | null
  /** Whether it may depend on who asks: a field with a requirement was asked for, or a resolver has looked at the principal. */
  personal: boolean
}

/** As an operation begins. */
export function newOutcome(): Outcome {
  return { cachePolicy: null, personal: false }
}

/** One operation for a subgraph. */
export interface SubgraphRequest {
  readonly subgraph: string
  readonly query: string
  readonly operation: 'query' | 'mutation'
  readonly variables: Readonly<Record<string, unknown>>
  readonly context: GatewayContext
}

/** An error as a subgraph reports it. */
export interface SubgraphError {
  readonly message: string
  readonly path?: readonly (string | number)[] | undefined
  readonly extensions?: Readonly<Record<string, unknown>> | undefined
  /** What a resolver in this process threw. */
  readonly originalError?: unknown
}

/** What came back. The data belongs to the executor, which changes it. */
export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null | undefined
  readonly errors?: readonly SubgraphError[] | undefined
}

/** Sends one operation. Errors: `SubgraphUnavailable` when there is no answer; anything else counts as a fault. */
export type Transport = (request: SubgraphRequest) => Promise<SubgraphResponse>

/** No answer from a subgraph. `reason` is what clients may know. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable'
  readonly reason: 'unreachable' | 'timeout' | 'refused' | 'bad answer'

  constructor(subgraph: string, reason: SubgraphUnavailable['reason'], cause?: unknown) {
    super(`Subgraph ${subgraph}: ${reason}.`, { cause })
    this.reason = reason
  }
}
