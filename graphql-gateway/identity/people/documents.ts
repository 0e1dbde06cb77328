// What the store keeps of people and of their failures, with the indexes that the calls rely on.
import type { GlobalRole } from '@shuxiang/permissions'
import type { Db } from 'mongodb'
import type { RequiredAction } from './account.ts'

export interface PersonDoc {
  readonly _id: string
  readonly username: string
  /** `username` and the cards added to it. */
  readonly names: readonly string[]
  readonly enabled: boolean
  readonly roles: readonly GlobalRole[]
  /** Those that are set. */
  readonly attributes: Readonly<Record<string, string>>
  readonly requiredActions: readonly RequiredAction[]
  /** A scrypt text; empty while none is set. */
  readonly password: string
  /** Sealed secret; empty while no device is enrolled. */
  readonly device: string
  /** The newest step whose code was used. */
  readonly deviceStep: number
  readonly createdAt: Date
}

export interface FailureDoc {
  /** What is counted, `<kind>:<keyed digest>`: names typed by mistake are often passwords. */
  readonly _id: string
  readonly count: number
  /** Nothing is accepted before. */
  readonly until: Date
  /** Forgotten then. */
  readonly expires: Date
}

export const peopleIn = (db: Db) => db.collection<PersonDoc>('identity_people')
export const failuresIn = (db: Db) => db.collection<FailureDoc>('identity_failures')

/** May be called at each start. */
export async function preparePeople(db: Db): Promise<void> {
  await peopleIn(db).createIndexes([
    { key: { names: 1 }, name: 'names', unique: true },
    { key: { username: 1, _id: 1 }, name: 'usernames' },
  ])
  await failuresIn(db).createIndexes([{ key: { expires: 1 }, name: 'forgotten', expireAfterSeconds: 0 }])
}
