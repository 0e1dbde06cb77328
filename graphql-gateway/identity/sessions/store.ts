// Sign-in sessions and what belongs to them, in the store: sessions, grants, codes, refresh tokens and sign-ins under
// way. Everything ends by itself at its time.
import type { Collection, Db } from 'mongodb'
import type { AdapterPayload } from 'oidc-provider'
import type { Entry } from './entry.ts'
import { type Asker, type Bounds, createRoom, defaultBounds } from './under-way.ts'

/** A thing of the protocol, as the library gives it. */
export type Kept = AdapterPayload

export interface SessionStore {
  put(kind: string, id: string, kept: Kept, seconds: number): Promise<void>
  find(kind: string, id: string): Promise<Kept | null>
  findByUid(kind: string, uid: string): Promise<Kept | null>
  /** Marks as used; false when it was used before. Exactly one of several callers is told true. */
  consume(kind: string, id: string): Promise<boolean>
  remove(kind: string, id: string): Promise<void>
  /** Removes a grant and every token of it. */
  revokeGrant(grantId: string): Promise<void>
  /** Moves the end of a session; never back. */
  touch(uid: string, exp: number): Promise<void>
  /** Sessions of an account that have not ended, at most 200 of them. */
  sessionsOf(accountId: string): Promise<readonly Kept[]>
}

/** Longer than any real thing: a sign-in under way keeps the parameters of its request, which are bounded themselves. */
const textBound = 100_000
/** Sessions of one account that are listed. */
const sessionsBound = 200

const collectionName = 'identity_sessions'
const key = (kind: string, id: string): string => `${kind}:${id}`

/** Opens the collection; makes its indexes. `now` in milliseconds. */
export async function openSessionStore(
  db: Db,
  now: () => number,
  { asker, bounds = defaultBounds }: { readonly asker?: Asker; readonly bounds?: Bounds } = {},
): Promise<SessionStore> {
  const entries = db.collection<Entry>(collectionName)
  await indexes(entries)
  const makeRoom = createRoom(entries, bounds)
  const seconds = (): number => Math.floor(now() / 1000)
  const alive = (entry: Entry | null): Kept | null =>
    entry === null || entry.exp <= seconds() ? null : read(entry)
  return {
    async put(kind, id, kept, life) {
      const exp = kept.exp ?? seconds() + life
      const text = JSON.stringify(kept)
      if (text.length > textBound) throw new RangeError(`a ${kind} of ${text.length} characters is not kept`)
      const entry = {
        kind,
        text,
        exp,
        expiresAt: new Date(exp * 1000),
        consumed: kept.consumed ?? 0,
        uid: kept.uid ?? '',
        grantId: kept.grantId ?? '',
        accountId: kept.accountId ?? '',
      }
      const _id = { _id: key(kind, id) }
      if (!isAnybodys(kind, kept)) {
        await entries.replaceOne(_id, { ...entry, from: '', begun: 0 }, { upsert: true })
        return
      }
      const from = asker?.from() ?? ''
      const { upsertedCount } = await entries.updateOne(
        _id,
        { $set: entry, $setOnInsert: { from, begun: now() } },
        { upsert: true },
      )
      if (upsertedCount === 1) await makeRoom(from)
    },
    find: async (kind, id) => alive(await entries.findOne({ _id: key(kind, id) })),
    findByUid: async (kind, uid) => (uid === '' ? null : alive(await entries.findOne({ uid, kind }))),
    async consume(kind, id) {
      const { modifiedCount } = await entries.updateOne(
        { _id: key(kind, id), consumed: 0 },
        { $set: { consumed: seconds() } },
      )
      return modifiedCount === 1
    },
    async remove(kind, id) {
      await entries.deleteOne({ _id: key(kind, id) })
    },
    async revokeGrant(grantId) {
      if (grantId === '') return
      await entries.deleteOne({ _id: key('Grant', grantId) })
      await entries.deleteMany({ grantId })
    },
    async touch(uid, exp) {
      if (uid === '') return
      await entries.updateOne({ uid, kind: 'Session' }, { $max: { exp, expiresAt: new Date(exp * 1000) } })
    },
    async sessionsOf(accountId) {
      if (accountId === '') return []
      const found = await entries
        .find({ accountId, kind: 'Session', exp: { $gt: seconds() } })
        .sort({ _id: 1 })
        .limit(sessionsBound)
        .toArray()
      return found.map(alive).filter((kept) => kept !== null)
    },
  }
}

/** Sign-ins under way, and the sessions that ask whether somebody wants to sign out who is not signed in. */
const isAnybodys = (kind: string, { accountId }: Kept): boolean =>
  kind === 'Interaction' || (kind === 'Session' && !accountId)

async function indexes(entries: Collection<Entry>): Promise<void> {
  await entries.createIndexes([
    { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
    { key: { uid: 1, kind: 1 } },
    { key: { grantId: 1 } },
    { key: { accountId: 1, kind: 1 } },
    { key: { from: 1, begun: 1 } },
    { key: { begun: 1 } },
  ])
}

function read({ text, exp, consumed }: Entry): Kept {
  const kept: unknown = JSON.parse(text)
  if (typeof kept !== 'object' || kept === null) throw new TypeError('an entry is no object')
  return { ...kept, exp, ...(consumed > 0 ? { consumed } : {}) }
}
