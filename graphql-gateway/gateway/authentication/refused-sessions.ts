// Sessions that were signed out while their tokens still live: kept in the store, known to every gateway within seconds.
import type { Db } from 'mongodb'

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

/** `now` in milliseconds since 1970. */
export function createRefusedSessions(db: Db, now: () => number): RefusedSessions {
  let sessions = new Map<string, number>()
  let known = false
  return {
    has: (session) => sessions.has(session),
    async refuse(session, until) {
      sessions.set(session, until.getTime())
      await refusedIn(db).updateOne({ _id: session }, { $max: { until } }, { upsert: true })
    },
    async refresh() {
      const kept = await refusedIn(db)
        .find({ until: { $gt: new Date(now()) } })
        .toArray()
      const own = [...sessions].filter(([, until]) => until > now())
      sessions = new Map([...own, ...kept.map(({ _id, until }) => [_id, until.getTime()] as const)])
      known = true
    },
    get known() {
      return known
    },
  }
}

/** The store forgets a session when its tokens have ended. May be repeated. */
export async function prepareRefusedSessions(db: Db): Promise<void> {
  await refusedIn(db).createIndexes([{ key: { until: 1 }, name: 'ended', expireAfterSeconds: 0 }])
}
