// Door for processes that serve a library's staff: its list goes in, its cards are looked at, codes come out. No account is opened here.
import type { Db } from 'mongodb'
import { foldName } from '../people/names.ts'
import { createLockOut } from '../people/lock-out.ts'
import { openKeptSealing, type Sealing } from '../people/sealing.ts'
import type { Card, CardAccounts, Cards } from './card.ts'
import { createChildCards, type ChildCards } from './children.ts'
import { cardsIn } from './documents.ts'
import { createRegistry, toCardAt } from './registry.ts'

export type { Card, CardRow, RowOutcome } from './card.ts'
export type { ChildCard, ChildCards, ChildProof } from './children.ts'

/** Which cards of a library. */
export interface CardsAsked {
  readonly library: string
  /** Those that wait for their reader and have no code that could be used. */
  readonly withoutCode: boolean
  /** What the number begins with, as typed; empty: all. */
  readonly begins: string
  /** `username` after which it goes on. */
  readonly after: string | null
  readonly limit: number
}

export interface CardDesk extends Pick<Cards, 'check' | 'put' | 'issueCode'>, ChildCards {
  /** In the order of their numbers. */
  list(asked: CardsAsked, signal?: AbortSignal): Promise<readonly Card[]>
  /** How many wait for their reader without a code. */
  waiting(library: string, signal?: AbortSignal): Promise<number>
  /** Those of the library among these, in any order. */
  those(library: string, usernames: readonly string[]): Promise<readonly Card[]>
}

export interface CardDeskOptions {
  readonly db: () => Promise<Db>
  /** Where the identity process keeps its keys: codes are kept as digests by one of them. */
  readonly folder: string
  /** Milliseconds. */
  readonly now: () => number
  /** Takes cards from accounts; without it no card is handed on here, and its line is told to come again. */
  readonly accounts?: Pick<CardAccounts, 'release'>
}

export function openCardDesk({ db, folder, now, accounts = away }: CardDeskOptions): CardDesk {
  let sealing: Promise<Sealing> | null = null
  const sealed = async (): Promise<Sealing> => {
    // A file that is put there later is found.
    sealing ??= openKeptSealing(folder).catch((error: unknown) => {
      sealing = null
      throw error
    })
    return sealing
  }
  const registry = async (seal: Sealing) => createRegistry({ db: await db(), sealing: seal, accounts, now })
  const children = async (): Promise<ChildCards> => {
    const [store, seal] = [await db(), await sealed()]
    return createChildCards({
      db: store,
      sealing: seal,
      lockOut: createLockOut({ db: store, sealing: seal, now }),
      now,
    })
  }
  const withoutCode = () => ({
    state: 'waiting' as const,
    $or: [{ code: '' }, { codeExpires: { $lte: new Date(now()) } }],
  })
  return {
    check: async (rows) => (await registry(noCodes)).check(rows),
    put: async (rows) => (await registry(noCodes)).put(rows),
    issueCode: async (username) => (await registry(await sealed())).issueCode(username),
    claim: async (proof) => (await children()).claim(proof),
    claimedBy: async (guardian, usernames) =>
      usernames.length === 0 ? [] : (await children()).claimedBy(guardian, usernames),
    letGo: async (guardian, username) => (await children()).letGo(guardian, username),
    async list({ library, withoutCode: bare, begins, after, limit }, signal) {
      const first = `${library}/${foldName(begins)}`
      const names = { $gte: first, $lt: `${first}\uffff`, ...(after === null ? {} : { $gt: after }) }
      const docs = await cardsIn(await db())
        .find({ library, _id: names, ...(bare ? withoutCode() : {}) }, signal ? { signal } : {})
        .sort({ library: 1, _id: 1 })
        .limit(limit)
        .toArray()
      return docs.map((doc) => toCardAt(doc, now()))
    },
    waiting: async (library, signal) =>
      cardsIn(await db()).countDocuments({ library, ...withoutCode() }, signal ? { signal } : {}),
    async those(library, usernames) {
      const docs = await cardsIn(await db())
        .find({ library, _id: { $in: [...usernames] } })
        .toArray()
      return docs.map((doc) => toCardAt(doc, now()))
    },
  }
}

const away: Pick<CardAccounts, 'release'> = { release: async () => 'away' }

const none = (): never => {
  throw new Error('Lists that are given in here have no codes.')
}
/** For lines without codes, which need no key. */
const noCodes: Sealing = { seal: none, open: none, mac: none }
