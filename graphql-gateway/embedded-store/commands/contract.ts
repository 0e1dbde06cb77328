// What the wire hands to the commands and what it gets back.
import type { Document } from '../bson/values.ts'

/** The connection a command came by. */
export interface Peer {
  readonly id: number
  /** Where the client reached the store: the socket's path, or host and port. */
  readonly address: string
  /** Came over the owner-only socket rather than TCP. */
  readonly local: boolean
  /** The connection is gone; long work for it may stop. */
  readonly closed: () => boolean
}

/** One command as it arrived. */
export interface Request {
  /** First field of the command document. */
  readonly name: string
  /** The command without its document sequences. */
  readonly command: Document
  /** Documents, updates, deletes or operations of a bulk command, still encoded. */
  readonly sequences: ReadonlyMap<string, readonly Uint8Array[]>
  /** Bytes of the whole message. */
  readonly size: number
  readonly peer: Peer
}

/** The documents of one cursor batch, already encoded. */
export interface Batch {
  readonly field: 'firstBatch' | 'nextBatch'
  readonly id: bigint
  readonly namespace: string
  readonly documents: readonly Uint8Array[]
}

/** The answer to one command; `ok` is among the fields. */
export interface Reply {
  readonly fields: Document
  readonly batch?: Batch
  /** Close the connection instead of answering (fail points only). */
  readonly hangUp?: boolean
}

/** Answers commands. Never throws: errors are replies. */
export interface CommandService {
  execute(request: Request): Promise<Reply>
}
