// What a resolver may know about the request. Types only.
import type { AuditPort } from '@shuxiang/audit/contract'
import type { Principal } from '@shuxiang/permissions'
import type { Db } from 'mongodb'

/** The part of a pino logger that subgraphs use. One call is one line of JSON. */
export interface Log {
  debug(fields: object, message?: string): void
  info(fields: object, message?: string): void
  warn(fields: object, message?: string): void
  error(fields: object, message?: string): void
}

/** Everything a resolver may know about the request. Nothing in it comes unchecked from the client. */
export interface SubgraphContext {
  readonly db: Db
  /** Written with every log line of the request; also sent to remote subgraphs. */
  readonly requestId: string
  readonly log: Log
  /** Fires when the reader has gone or the operation's deadline has passed. */
  readonly signal: AbortSignal
  /** Id of the library whose branch site asks; null on the portal. */
  readonly tenant: string | null
  /**
   * Who asks. An answer in whose making this was read is kept for nobody else, so read it only where it matters; `permit`
   * and `signedIn` do.
   */
  readonly principal: Principal
  readonly audit: AuditPort
  /** Milliseconds since 1970. */
  readonly now: () => number
}
