// What the store keeps of the devices on which readers are signed in: by which names, and when.
import type { Db } from 'mongodb'
import type { Agent } from './agent.ts'

export interface DeviceDoc extends Agent {
  /** `sid` of the session at the identity provider. */
  readonly _id: string
  /** Subject of the reader. */
  readonly owner: string
  readonly firstSeen: Date
  readonly lastSeen: Date
}

export const devicesIn = (db: Db) => db.collection<DeviceDoc>('account_devices')
