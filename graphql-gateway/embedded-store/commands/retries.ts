// Retryable writes: the answer to a session's last write is kept on disk with the write itself.
import { decodeAnswer } from '../bson/decode.ts'
import { encodeAnswer } from '../bson/encode.ts'
import { Binary, documentOf, isDocument, type Document, type Value } from '../bson/values.ts'
import type { Keyspace } from '../keyspace/keyspace.ts'
import { spaceRange } from '../keyspace/table.ts'
import { refuse } from './errors.ts'

const space = 2
/** Sessions end after 30 minutes without use (hello says so); their records are kept a little longer. */
const keptMilliseconds = 40 * 60_000

/** A write that the client may send again: its session and number. */
export interface RetryKey {
  readonly key: Buffer
  readonly number: bigint
}

/** The retry key of a command, or null when it has none. Throws for a malformed session. */
export function retryKeyOf(command: Document): RetryKey | null {
  const number = command.get('txnNumber')
  if (number === undefined) return null
  const session = command.get('lsid')
  const id = isDocument(session) ? session.get('id') : undefined
  if (!(id instanceof Binary) || id.length() !== 16) refuse(72, 'txnNumber needs an lsid with a UUID')
  if (typeof number !== 'bigint' && typeof number !== 'number') refuse(14, 'txnNumber must be a long')
  const key = Buffer.alloc(20)
  key.writeUInt32BE(space)
  key.set(id.value(), 4)
  return { key, number: BigInt(number) }
}

/** The answer given before to this very write. Throws 225 when the session has gone on since. */
export function earlierAnswer(keyspace: Keyspace, { key, number }: RetryKey): Document | undefined {
  const stored = keyspace.get(key)
  if (!stored) return undefined
  const record = decodeAnswer(stored)
  const last = record.get('number')
  if (typeof last !== 'bigint' || last < number) return undefined
  if (last > number)
    refuse(225, `Retryable write with txnNumber ${number} is prohibited because session has started ${last}`)
  const answer = record.get('answer')
  return isDocument(answer) ? answer : undefined
}

/** Keeps an answer; stands in the transaction of the write. */
export function keepAnswer(keyspace: Keyspace, { key, number }: RetryKey, answer: Document, now: Date): void {
  keyspace.put(key, encodeAnswer(documentOf(['number', number], ['at', now], ['answer', answer])))
}

/** Removes the records of sessions long ended. Needs a write transaction. */
export function forgetOldAnswers(keyspace: Keyspace, now: Date): number {
  const old: Buffer[] = []
  for (const { key, value } of keyspace.entries(spaceRange(space), false)) {
    const at: Value | undefined = decodeAnswer(value).get('at')
    if (!(at instanceof Date) || now.getTime() - at.getTime() > keptMilliseconds) old.push(key)
  }
  for (const key of old) keyspace.remove(key)
  return old.length
}
