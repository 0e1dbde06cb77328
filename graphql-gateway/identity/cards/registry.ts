// Cards in the store: a library's list goes in, codes come out.
import { timingSafeEqual } from 'node:crypto'
import type { AnyBulkWriteOperation, Db } from 'mongodb'
import type { Sealing } from '../people/sealing.ts'
import type { Card, CardAccounts, CardRow, Cards, RowOutcome } from './card.ts'
import { drawCode, foldActivation } from './codes.ts'
import { cardsIn, type CardDoc } from './documents.ts'
import { handOn } from './handing-on.ts'
import { endsGuardians, holderOf } from './holder.ts'
import { readRow, type GoodRow } from './rows.ts'

export interface RegistryOptions {
  readonly db: Db
  readonly sealing: Sealing
  /** Those that a card may be taken from. */
  readonly accounts: Pick<CardAccounts, 'release'>
  /** Milliseconds. */
  readonly now: () => number
}

/** Days for which a code is valid: long enough for a letter to a village and back. */
const codeDays = 90
const batch = 500
/** Looks at a card that others change at the same time. */
const looks = 5

export const digestOf = (sealing: Sealing, username: string, code: string): string =>
  sealing.mac('activation', `${username} ${foldActivation(code)}`)

/** Whether a card's code is out and could be accepted now. */
export const codeIsOut = (doc: CardDoc, now: number): boolean =>
  doc.code !== '' && doc.state !== 'blocked' && doc.codeExpires.getTime() > now

export function toCardAt(doc: CardDoc, now: number): Card {
  const { _id: username, library, holder, ageBand, state, account } = doc
  return {
    username,
    library,
    holder,
    ageBand,
    state,
    account: account || null,
    hasCode: codeIsOut(doc, now),
  }
}

export function sameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

type Registry = Omit<Cards, 'activate' | 'attach'>
/** What a line comes to, and what the store is asked for it. */
interface Plan {
  readonly outcome: RowOutcome
  readonly operation: AnyBulkWriteOperation<CardDoc> | null
}

export function createRegistry({ db, sealing, accounts, now }: RegistryOptions): Registry {
  const cards = cardsIn(db)

  const toCard = (doc: CardDoc): Card => toCardAt(doc, now())

  const codeFields = (username: string, code: string) => ({
    code: digestOf(sealing, username, code),
    codeExpires: new Date(now() + codeDays * 86_400_000),
  })

  const walk = async (rows: readonly CardRow[], write: boolean): Promise<readonly RowOutcome[]> => {
    const outcomes: RowOutcome[] = []
    const seen = new Set<string>()
    for (let i = 0; i < rows.length; i += batch) {
      const read = rows.slice(i, i + batch).map((row) => readRow(row, seen))
      const good = read.filter((row): row is GoodRow => !('fault' in row))
      const known = new Map<string, CardDoc>()
      if (good.length > 0)
        for (const doc of await cards.find({ _id: { $in: good.map(({ username }) => username) } }).toArray())
          known.set(doc._id, doc)
      const operations: AnyBulkWriteOperation<CardDoc>[] = []
      for (const row of read) {
        if ('fault' in row) {
          outcomes.push(row)
          continue
        }
        const doc = known.get(row.username)
        const { outcome, operation } = planOf(row, doc)
        if (operation) operations.push(operation)
        outcomes.push(write && doc && outcome === 'handed-on' ? await handOver(row, doc) : outcome)
      }
      if (write && operations.length > 0) await cards.bulkWrite(operations, { ordered: false })
    }
    return outcomes
  }

  /** One by one: the provider is asked for each. */
  const handOver = async (row: GoodRow, first: CardDoc): Promise<RowOutcome> => {
    const { username, holder, ageBand, code } = row
    let doc: CardDoc | null = first
    for (let look = 0; look < looks && doc !== null; look++) {
      const { outcome, operation } = planOf(row, doc)
      if (operation) await cards.bulkWrite([operation])
      if (outcome !== 'handed-on') return outcome
      const given = code === null ? {} : codeFields(username, code)
      const next = { holder, ageBand, changedAt: new Date(now()), ...given }
      const done = await handOn(cards, accounts, doc, next)
      if (done === 'away') return { fault: 'provider-away' }
      if (done === 'handed-on') return done
      doc = await cards.findOne({ _id: username })
    }
    // Somebody changes the card as often as it is looked at: as with a provider that is busy, the line comes again.
    return { fault: 'provider-away' }
  }

  const planOf = (row: GoodRow, known: CardDoc | undefined): Plan => {
    const { username, library, holder, ageBand, code } = row
    const changedAt = new Date(now())
    const digest = code === null ? null : digestOf(sealing, username, code)
    const given = code === null ? {} : codeFields(username, code)
    if (!known) {
      const fields = { library, holder, ageBand, changedAt, ...given }
      const none = { code: '', codeExpires: new Date(0) }
      const first = { state: 'waiting' as const, account: '', added: false, ...(code === null ? none : {}) }
      // Another import may have put it there meanwhile: then it has that one's holder, and this line comes to be asked about.
      return {
        outcome: 'new',
        operation: {
          updateOne: {
            filter: { _id: username },
            update: { $setOnInsert: { ...fields, ...first } },
            upsert: true,
          },
        },
      }
    }
    // A code of the list serves to open an account; once it is open, the same list must not offer it again.
    const offers = digest !== null && known.state === 'waiting' && known.code !== digest
    const whose = holderOf(row, known, codeIsOut(known, now()) && !offers)
    if (whose === 'handed-on' || typeof whose === 'object') return { outcome: whose, operation: null }
    if (whose === 'same' && !offers) return { outcome: 'same', operation: null }
    const ended = endsGuardians(row, known) ? { guardians: [], claimed: null } : {}
    const change = { holder, ageBand, changedAt, ...ended, ...(offers ? given : {}) }
    // As it was read: a card that somebody activated meanwhile is not the line's holder's unasked.
    const { account, holder: before } = known
    return {
      outcome: 'changed',
      operation: {
        updateOne: { filter: { _id: username, account, holder: before }, update: { $set: change } },
      },
    }
  }

  return {
    async find(username) {
      const doc = await cards.findOne({ _id: username })
      return doc && toCard(doc)
    },
    async ofAccount(account) {
      const docs = await cards.find({ account }).sort({ account: 1, _id: 1 }).toArray()
      return docs.map(toCard)
    },
    check: (rows) => walk(rows, false),
    put: (rows) => walk(rows, true),
    async issueCode(username) {
      const code = drawCode()
      const { matchedCount } = await cards.updateOne(
        { _id: username, state: { $in: ['waiting', 'activating', 'active'] } },
        { $set: { ...codeFields(username, code), changedAt: new Date(now()) } },
      )
      return matchedCount === 1 ? code : null
    },
    async block(username) {
      const { matchedCount } = await cards.updateOne(
        { _id: username },
        { $set: { state: 'blocked', code: '', changedAt: new Date(now()) } },
      )
      return matchedCount === 1
    },
    async unblock(username) {
      const doc = await cards.findOne({ _id: username, state: 'blocked' })
      if (!doc) return false
      await cards.updateOne(
        { _id: username, state: 'blocked' },
        { $set: { state: doc.account === '' ? 'waiting' : 'active', changedAt: new Date(now()) } },
      )
      return true
    },
  }
}
