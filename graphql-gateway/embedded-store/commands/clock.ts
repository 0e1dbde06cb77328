// Time as commands see it: the clock, and the limit that each works within.
import { MongoError } from '../bson/errors.ts'
import type { Account } from './memory.ts'

/** Where time and chance come from. */
export interface Clock {
  now(): Date
  /** Milliseconds that never go back. */
  elapsed(): number
}

/** Time a command may take unless it says otherwise, in milliseconds. */
export const defaultTime = 10_000
/** A write holds everything up while it works, so it never gets more than this. */
export const longestWrite = 20_000

/** A check of the time a command has, and the account of what it keeps. */
export interface Tick {
  (): void
  readonly account: Account
  /** Bytes of the command itself. */
  readonly size: number
  /** From now on as another: a cursor lives longer than the command that opened it. */
  follow(other: () => void): void
}

/** A check that throws 50 (MaxTimeMSExpired) after so many milliseconds. */
export function deadline(
  clock: Clock,
  milliseconds: number,
  closed: () => boolean,
  account: Account,
  size: number,
): Tick {
  const end = clock.elapsed() + milliseconds
  let current = (): void => {
    if (clock.elapsed() > end) throw new MongoError(50, `operation exceeded time limit of ${milliseconds} ms`)
    if (closed()) throw new MongoError(11601, 'operation was interrupted because the client has gone')
  }
  return Object.assign(() => current(), {
    account,
    size,
    follow(other: () => void) {
      current = other
    },
  })
}
