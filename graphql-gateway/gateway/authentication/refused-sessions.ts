// Sessions that were signed out while their tokens still live: kept in the store, known to every gateway within seconds.
import type { Db } from 'mongodb'
import { longestLife, skew } from './lives.ts'

interface RefusedDoc {
  /** `sid` of the provider. */
  readonly _id: string
  /** When the last of its tokens has ended. */
  readonly until: Date
}

/** The sessions whose tokens are refused. */
export interface RefusedSessions {
  has(session: string): boolean
  /** Refuses it here at once, and elsewhere once it is in the store. Rejects when the store does not take it. */
  refuse(session: string, until: Date): Promise<void>
  /** Reads what others have refused. Rejects when the store does not answer. */
  refresh(): Promise<void>
  /** False until the store was read once: a gateway that has just started knows of no session that was signed out. */
  readonly known: boolean
}

const refusedIn = (db: Db) => db.collection<RefusedDoc>('refused_sessions')

/** Milliseconds that the clocks of two gateways may differ, and a write may take: what ends so much earlier is read again. */
const overlap = 60_000

/** `now` in milliseconds since 1970. */
export function createRefusedSessions(db: Db, now: () => number): RefusedSessions {
  const sessions = new Map<string, number>()
  /** The latest end that the store has told of; each is refused for the same time, so what is new ends later. */
  let latest = 0
  let known = false
  return {
    has: (session) => sessions.has(session),
    async refuse(session, until) {
      sessions.set(session, until.getTime())
      await refuseSession(db, session, until)
    },
    async refresh() {
      const from = Math.max(now(), latest - overlap)
      const kept = await refusedIn(db)
        .find({ until: { $gt: new Date(from) } })
        .toArray()
      for (const { _id, until } of kept) {
        sessions.set(_id, until.getTime())
        latest = Math.max(latest, until.getTime())
      }
      for (const [session, until] of sessions) if (until <= now()) sessions.delete(session)
      known = true
    },
    get known() {
      return known
    },
  }
}

/** When the last token of a session that ends now has ended. */
export const afterLongestLife = (): Date => new Date(Date.now() + (longestLife + skew) * 1000)

/** Refuses a session for every gateway, which each learns within seconds; for who has none of them at hand. */
export async function refuseSession(db: Db, session: string, until: Date): Promise<void> {
  await refusedIn(db).updateOne({ _id: session }, { $max: { until } }, { upsert: true })
}

/** The store forgets a session when its tokens have ended. May be repeated. */
export async function prepareRefusedSessions(db: Db): Promise<void> {
  await refusedIn(db).createIndexes([{ key: { until: 1 }, name: 'ended', expireAfterSeconds: 0 }])
}
