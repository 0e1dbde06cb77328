// What every command works with: the store's parts, and the command's own names.
import type { Environment } from '../engine/environment.ts'
import type { Document } from '../bson/values.ts'
import type { Catalogue } from '../keyspace/catalogue.ts'
import type { Keyspace } from '../keyspace/keyspace.ts'
import type { Arguments } from './arguments.ts'
import type { Clock, Tick } from './clock.ts'
import type { Reply, Request } from './contract.ts'
import type { Cursors } from './cursors.ts'
import { refuse } from './errors.ts'
import type { FailPoints } from './fail-points.ts'
import type { Memory } from './memory.ts'
import type { Sessions } from './sessions.ts'
import type { WriteQueue } from './write-queue.ts'

/** The parts all commands share. */
export interface Parts {
  readonly keyspace: Keyspace
  readonly catalogue: Catalogue
  readonly cursors: Cursors
  readonly writes: WriteQueue
  readonly clock: Clock
  /** Bytes of a fresh ObjectId. */
  readonly newId: () => Uint8Array
  /** A number from 0 to below 1. */
  readonly random: () => number
  readonly sessions: Sessions
  readonly memory: Memory
  readonly status: () => Document
  readonly failPoints: FailPoints | null
}

/** One command while it runs. */
export interface Context {
  readonly parts: Parts
  readonly request: Request
  readonly args: Arguments
  readonly database: string
  /** Full name of the collection the command names, checked. */
  readonly namespace: () => string
  /** Throws when the command's time is over or its client has gone. */
  readonly tick: Tick
  /** What filters and expressions see: the command's `let`, and the collation it asks for. */
  readonly environment: (variables?: Document, collation?: Document) => Environment
}

/** What a command answers: fields (without ok), or a whole reply. */
export type Answer = Document | Reply

/** A command: the fields it knows and what it does. */
export interface Command {
  readonly fields: readonly string[]
  /** Runs inside a write transaction, and may be sent again by the client. */
  readonly writes?: true
  /** Only by this database. */
  readonly adminOnly?: true
  readonly run: (context: Context) => Answer | Promise<Answer>
}

/** A write command; it runs whole inside one transaction, so it cannot wait for anything. */
export interface WriteCommand extends Command {
  readonly writes: true
  readonly run: (context: Context) => Document
}

/** Checks a database name (manual: "Naming restrictions"). */
export function checkDatabase(name: string): string {
  if (name === '' || name.length > 63 || /[/\\. "$\0]/.test(name))
    refuse(73, `Invalid database name: '${name.slice(0, 80)}'`)
  return name
}

/** Checks a collection name and joins it to its database. */
export function namespaceOf(database: string, collection: unknown, command: string): string {
  if (typeof collection !== 'string')
    return refuse(73, `collection name has invalid type for command ${command}`)
  const full = `${checkDatabase(database)}.${collection}`
  if (
    collection === '' ||
    collection.startsWith('.') ||
    /[$\0]/.test(collection) ||
    Buffer.byteLength(full) > 255
  )
    refuse(73, `Invalid namespace specified '${full.slice(0, 300)}'`)
  if (collection.startsWith('system.')) refuse(73, `cannot use system collection '${full.slice(0, 300)}'`)
  return full
}
