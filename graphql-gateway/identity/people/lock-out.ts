// Tries that fail are counted by what is guessed at and by address, and paid for before they are made: fifty at once get no more than five.
import { networkOf } from '@shuxiang/process/asking-address'
import { MongoServerError, type Db } from 'mongodb'
import { failuresIn } from './documents.ts'
import type { Sealing } from './sealing.ts'

/** Limits in the realm's words, with the one for addresses, which a Keycloak does not have. */
export interface LockOutPolicy {
  /** Failures that lock. */
  readonly failureFactor: number
  readonly waitIncrementSeconds: number
  readonly maxFailureWaitSeconds: number
  /** Failures are forgotten when none has come for so long. */
  readonly maxDeltaTimeSeconds: number
  /** Failures of one address within `addressWindowSeconds`: a reading room has one address for all its readers. */
  readonly addressFailures: number
  readonly addressWindowSeconds: number
}

/** The realm's own figures. */
export const defaultPolicy: LockOutPolicy = {
  failureFactor: 5,
  waitIncrementSeconds: 60,
  maxFailureWaitSeconds: 900,
  maxDeltaTimeSeconds: 43_200,
  addressFailures: 120,
  addressWindowSeconds: 600,
}

/**
 * What is guessed at; each is counted by itself, so that a right password does not buy new tries for codes. Tries at the
 * activation of a card are counted for each network that makes them: a card number is no secret, and an outsider's
 * failures must not keep its holder waiting. Activation codes are long enough for that.
 */
export type Guess = 'name' | 'code' | 'activation'

export interface Try {
  /** By the name, or by the address. */
  readonly locked: boolean
  /** By the address alone, whatever the name: that it is answered at once tells nothing of an account. */
  readonly addressLocked: boolean
  /** The guess was right: it was no failure, and those before it are forgotten. */
  succeeded(): Promise<void>
}

export interface LockOut {
  begin(guess: Guess, of: string, address: string): Promise<Try>
}

interface Options {
  readonly db: Db
  readonly sealing: Sealing
  readonly now: () => number
  readonly policy?: LockOutPolicy
}

interface Counter {
  readonly id: string
  readonly factor: number
  readonly windowS: number
}

/** Others may count at the same time; each round one of them gets through. */
const rounds = 100

export function createLockOut({ db, sealing, now, policy = defaultPolicy }: Options): LockOut {
  const failures = failuresIn(db)

  /** Counts one failure; false when locked. */
  const charge = async ({ id, factor, windowS }: Counter): Promise<boolean> => {
    for (let round = 0; round < rounds; round++) {
      const at = now()
      const known = await failures.findOne({ _id: id })
      if (known && known.until.getTime() > at) return false
      const count = known && known.expires.getTime() > at ? known.count + 1 : 1
      const wait = Math.min(
        policy.waitIncrementSeconds * Math.floor(count / factor),
        policy.maxFailureWaitSeconds,
      )
      const next = { count, until: new Date(at + wait * 1000), expires: new Date(at + windowS * 1000) }
      if (!known) {
        const inserted = await failures.insertOne({ _id: id, ...next }).then(() => true, ifTaken)
        if (inserted) return true
      } else {
        const { matchedCount } = await failures.updateOne(
          { _id: id, count: known.count, until: known.until, expires: known.expires },
          { $set: next },
        )
        if (matchedCount === 1) return true
      }
    }
    return false
  }

  /**
   * Counts one failure of an address, within windows that do not slide: a reading room mistypes all day long. Many come
   * from one address at once, so it is counted up and not compared; some few too many may pass.
   */
  const chargeAddress = async ({ id, factor, windowS }: Counter): Promise<boolean> => {
    for (let round = 0; round < rounds; round++) {
      const at = new Date(now())
      const counted = await failures.findOneAndUpdate(
        { _id: id, until: { $lte: at }, expires: { $gt: at } },
        { $inc: { count: 1 } },
        { returnDocument: 'after' },
      )
      if (counted) {
        const until = new Date(at.getTime() + policy.waitIncrementSeconds * 1000)
        if (counted.count >= factor) await failures.updateOne({ _id: id }, { $set: { until } })
        return true
      }
      const known = await failures.findOne({ _id: id })
      if (known && known.until > at) return false
      if (known) await failures.deleteOne({ _id: id, expires: known.expires })
      const first = { count: 1, until: new Date(0), expires: new Date(at.getTime() + windowS * 1000) }
      if (await failures.insertOne({ _id: id, ...first }).then(() => true, ifTaken)) return true
    }
    return false
  }

  return {
    async begin(guess, of, address) {
      const whose = guess === 'activation' ? `${of} ${networkOf(address)}` : of
      const name: Counter = {
        id: `${guess}:${sealing.mac('failures', whose)}`,
        factor: policy.failureFactor,
        windowS: policy.maxDeltaTimeSeconds,
      }
      const from: Counter = {
        id: `address:${sealing.mac('failures', networkOf(address))}`,
        factor: policy.addressFailures,
        windowS: policy.addressWindowSeconds,
      }
      const addressLocked = !(await chargeAddress(from))
      return {
        locked: addressLocked || !(await charge(name)),
        addressLocked,
        async succeeded() {
          await failures.deleteOne({ _id: name.id })
          await failures.updateOne({ _id: from.id }, { $inc: { count: -1 }, $set: { until: new Date(0) } })
        },
      }
    },
  }
}

function ifTaken(error: unknown): boolean {
  if (error instanceof MongoServerError && error.code === 11000) return false
  throw error
}
