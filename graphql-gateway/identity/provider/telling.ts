// Clients are told that a session has ended (OpenID Connect Back-Channel Logout 1.0). What is to be told stands in the store
// before the session goes, and until the client has answered or an hour is over: a process that ends in between, or a
// client that is away, only makes it later. A client may hear it twice, which changes nothing (section 2.6, `jti`).
import type { Db } from 'mongodb'
import type { Client } from 'oidc-provider'
import type { Log } from './contract.ts'

interface ToTell {
  /** `<sid> <client>`. */
  readonly _id: string
  readonly sid: string
  readonly client: string
  readonly account: string
  readonly tries: number
  /** Nobody tells it before: who took it up last may be telling it now. */
  readonly due: Date
  /** Given up then; the tokens of the session have ended long before. */
  readonly until: Date
}

export interface Telling {
  /** Keeps what is to be told of a session. */
  note(sid: string, account: string, clients: readonly string[]): Promise<void>
  /** Tells what was noted of a session. Never rejects: what fails is told again. */
  tell(sid: string): Promise<void>
  /** Tells what is due, a bounded part of it. To be called every few seconds, by one process or several. */
  again(): Promise<void>
}

/** Seconds after which the n-th try is followed by the next: a client that restarts is told at once, one that is down is left in peace. */
const waits = [5, 10, 30, 60, 120, 300] as const
/** Seconds in all; access tokens of an ended session live five minutes at most. */
const longest = 3_600
/** Told at once by one call. */
const batch = 20

/** Opens the collection. `now` in milliseconds. */
export async function openTelling(
  db: Db,
  clientOf: (id: string) => Promise<Client | undefined>,
  log: Log,
  now: () => number,
): Promise<Telling> {
  const toTell = db.collection<ToTell>('identity_sign_outs')
  await toTell.createIndexes([
    { key: { until: 1 }, name: 'given up', expireAfterSeconds: 0 },
    { key: { due: 1, _id: 1 }, name: 'due' },
    { key: { sid: 1 }, name: 'sessions' },
  ])
  const after = (seconds: number): Date => new Date(now() + seconds * 1000)
  const waitAfter = (tries: number): number => waits[Math.min(tries, waits.length - 1)] ?? longest

  const tellOne = async (one: ToTell): Promise<void> => {
    const { _id, due, tries, client: clientId, account, sid } = one
    // Of several who see that it is due, one tells.
    const { matchedCount } = await toTell.updateOne(
      { _id, due },
      { $set: { due: after(waitAfter(tries)), tries: tries + 1 } },
    )
    if (matchedCount === 0) return
    try {
      const client = await clientOf(clientId)
      if (client?.backchannelLogoutUri) await send(client, account, sid)
      await toTell.deleteOne({ _id })
    } catch (error) {
      log.warn({ err: error, clientId, tries: tries + 1 }, 'a client was not told that somebody signed out')
    }
  }

  return {
    async note(sid, account, clients) {
      for (const client of clients) {
        const first = { sid, client, account, tries: 0, due: after(0), until: after(longest) }
        await toTell.updateOne({ _id: `${sid} ${client}` }, { $setOnInsert: first }, { upsert: true })
      }
    },
    async tell(sid) {
      try {
        await Promise.all((await toTell.find({ sid }).toArray()).map(tellOne))
      } catch (error) {
        log.warn({ err: error }, 'clients are told later that somebody signed out')
      }
    },
    async again() {
      const due = await toTell
        .find({ due: { $lte: after(0) }, until: { $gt: after(0) } })
        .sort({ due: 1, _id: 1 })
        .limit(batch)
        .toArray()
      await Promise.all(due.map(tellOne))
    },
  }
}

/** The library's own way of telling, which its types do not have. @throws Error where the client does not answer so. */
async function send(client: Client, accountId: string, sid: string): Promise<void> {
  const way: unknown = client['backchannelLogout']
  if (typeof way !== 'function') throw new Error('the protocol library cannot tell clients any more')
  await way.call(client, accountId, sid)
}
