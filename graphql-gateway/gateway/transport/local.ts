// Subgraphs in this process: a function call, no socket and no JSON.
import type { AuditPort } from '@shuxiang/audit/contract'
import type { Principal } from '@shuxiang/permissions'
import { createExecutor, type Subgraph } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { SubgraphUnavailable, type Transport } from './contract.ts'
import { untilAborted } from './deadline.ts'

/** What resolvers get of this process. `db` is asked per request; `now` in milliseconds since 1970. */
export interface LocalParts {
  readonly db: () => Db
  readonly audit: AuditPort
  readonly now: () => number
}

/** A transport to one subgraph in this process. */
export function localTransport(subgraph: Subgraph, { db, audit, now }: LocalParts): Transport {
  const execute = createExecutor(subgraph)
  return async ({ query, variables, context }) => {
    const { requestId, log, signal, tenant, principal, outcome } = context
    const answer = execute(query, variables, {
      db: db(),
      requestId,
      log,
      signal,
      tenant,
      audit,
      now,
      get principal(): Principal {
        outcome.personal = true
        return principal
      },
    })
    // graphql-js cannot be stopped; its resolvers see the signal, and the client need not wait for them.
    return untilAborted(answer, signal, () => new SubgraphUnavailable(subgraph.name, 'timeout'))
  }
}
