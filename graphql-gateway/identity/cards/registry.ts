// Cards in the store: a library's list goes in, codes come out.
import { timingSafeEqual } from 'node:crypto'
import type { AnyBulkWriteOperation, Db } from 'mongodb'
import type { Sealing } from '../people/sealing.ts'
import type { Card, CardRow, Cards, RowOutcome } from './card.ts'
import { drawCode, foldActivation } from './codes.ts'
import { cardsIn, type CardDoc } from './documents.ts'
import { readRow, type GoodRow } from './rows.ts'

export interface RegistryOptions {
  readonly db: Db
  readonly sealing: Sealing
  /** Milliseconds. */
  readonly now: () => number
}

/** Days for which a code is valid: long enough for a letter to a village and back. */
const codeDays = 90
/** Wrong codes after which the right one is worth nothing: the library issues another. */
export const mostWrongCodes = 20
const batch = 500

export const digestOf = (sealing: Sealing, username: string, code: string): string =>
  sealing.mac('activation', `${username} ${foldActivation(code)}`)

/** Whether a card's code is out and could be accepted now. */
export const codeIsOut = (doc: CardDoc, now: number): boolean =>
  doc.code !== '' &&
  doc.state !== 'blocked' &&
  doc.codeTries < mostWrongCodes &&
  doc.codeExpires.getTime() > now

export function sameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

type Registry = Omit<Cards, 'activate' | 'attach'>

export function createRegistry({ db, sealing, now }: RegistryOptions): Registry {
  const cards = cardsIn(db)

  const toCard = (doc: CardDoc): Card => {
    const { _id: username, library, holder, ageBand, state, account } = doc
    return {
      username,
      library,
      holder,
      ageBand,
      state,
      account: account || null,
      hasCode: codeIsOut(doc, now()),
    }
  }

  const codeFields = (username: string, code: string) => ({
    code: digestOf(sealing, username, code),
    codeExpires: new Date(now() + codeDays * 86_400_000),
    codeTries: 0,
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
        const { outcome, operation } = planOf(row, known.get(row.username))
        outcomes.push(outcome)
        if (operation) operations.push(operation)
      }
      if (write && operations.length > 0) await cards.bulkWrite(operations, { ordered: false })
    }
    return outcomes
  }

  const planOf = (
    { username, library, holder, ageBand, code }: GoodRow,
    known: CardDoc | undefined,
  ): { outcome: RowOutcome; operation: AnyBulkWriteOperation<CardDoc> | null } => {
    const changedAt = new Date(now())
    const digest = code === null ? null : digestOf(sealing, username, code)
    const given = code === null ? {} : codeFields(username, code)
    if (!known) {
      const fields = { library, holder, ageBand, changedAt, ...given }
      const none = { code: '', codeExpires: new Date(0), codeTries: 0 }
      const first = { state: 'waiting' as const, account: '', added: false, ...(code === null ? none : {}) }
      // Another import may have put it there meanwhile.
      return {
        outcome: 'new',
        operation: {
          updateOne: {
            filter: { _id: username },
            update: { $set: fields, $setOnInsert: first },
            upsert: true,
          },
        },
      }
    }
    // A code of the list serves to open an account; once it is open, the same list must not offer it again.
    const offers = digest !== null && known.state === 'waiting' && known.code !== digest
    if (known.holder === holder && known.ageBand === ageBand && !offers)
      return { outcome: 'same', operation: null }
    const change = { holder, ageBand, changedAt, ...(offers ? given : {}) }
    return {
      outcome: 'changed',
      operation: { updateOne: { filter: { _id: username }, update: { $set: change } } },
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
