// A reader proves a card by its code: it opens an account, or joins one. Every step may be repeated after an interruption.
import { randomUUID } from 'node:crypto'
import type { LockOut } from '../people/lock-out.ts'
import { foldName, isCard, isLibraryCode, nameOfCard } from '../people/names.ts'
import type { CardAccounts, CardAnswer, CardProof, Cards } from './card.ts'
import { cardsIn, type CardDoc } from './documents.ts'
import { oneAtATimeAt } from './one-at-a-time.ts'
import { codeIsOut, createRegistry, digestOf, sameDigest, type RegistryOptions } from './registry.ts'

export interface CardsOptions extends RegistryOptions {
  readonly lockOut: LockOut
  readonly accounts: CardAccounts
  /** Told of what a library should look at: the name of a card belongs to an account of other origin. */
  readonly warn: (sentence: string) => void
}

export function createCards(options: CardsOptions): Cards {
  const { db, sealing, now, lockOut, accounts, warn } = options
  const cards = cardsIn(db)
  const { activations, joinings } = oneAtATimeAt(db, now)

  /** The card whose code is right, or null; the store is asked the same for every other answer. */
  const prove = async ({ library, card, code, address }: CardProof): Promise<CardDoc | null> => {
    const folded = foldName(card)
    const username = isLibraryCode(library) && isCard(folded) ? nameOfCard(library, folded) : ''
    const attempt = await lockOut.begin('activation', username, address)
    const doc = await cards.findOne({ _id: username })
    const digest = digestOf(sealing, username, code)
    const right = sameDigest(digest, doc?.code ?? '')
    if (!attempt.locked && doc !== null && right && codeIsOut(doc, now())) {
      await attempt.succeeded()
      return doc
    }
    return null
  }

  /** Its account was removed since. The id stays that person's, with whatever is still kept for it; the card is free. */
  const isOrphan = async ({ account, state, added }: CardDoc): Promise<boolean | 'away'> => {
    if (account === '' || !(state === 'active' || added)) return false
    const there = await accounts.has(account)
    return there === 'away' ? there : !there
  }

  /** Holds the card for one account before that is touched; of two calls with one code both come to the same account. */
  const reserve = async (doc: CardDoc, account: string, added: boolean): Promise<string | null> => {
    const before = { _id: doc._id, code: doc.code, state: doc.state, account: doc.account }
    const { matchedCount } = await cards.updateOne(before, { $set: { state: 'activating', account, added } })
    if (matchedCount === 1) return account
    const other = await cards.findOne({ _id: doc._id, code: doc.code, state: 'activating', added })
    return other === null ? null : other.account
  }

  /**
   * Single use: with the code gone, the card is in use. Of several with one code exactly one gets here first. null: the
   * code is spent, or the card was handed on to somebody else, whose it must be.
   */
  const finish = async (doc: CardDoc, reserved: string, account: string): Promise<CardAnswer | null> => {
    const username = doc._id
    const { matchedCount } = await cards.updateOne(
      { _id: username, code: doc.code, state: 'activating' },
      { $set: { state: 'active', code: '', account, changedAt: new Date(now()) } },
    )
    if (matchedCount === 1) return { account, username }
    const present = await cards.findOne({ _id: username })
    if (present?.account !== account && present?.account !== reserved)
      await accounts.release({ account, username })
    return null
  }

  const activate = async (
    proof: CardProof & { readonly password: string },
  ): ReturnType<Cards['activate']> => {
    const doc = await prove(proof)
    if (doc === null) return 'refused'
    const { _id: username, holder, library, ageBand } = doc
    // A card that was added to an account must not set its password: another library would decide about it.
    const free = doc.account === '' || (await isOrphan(doc))
    if (free === 'away') return free
    if (doc.added && !free) return 'refused'
    if (free && ageBand === 'under-14' && !doc.guardians?.length) return 'needs-guardian'
    const reserved = await reserve(doc, free ? randomUUID() : doc.account, false)
    if (reserved === null) return 'refused'
    const opened = await accounts.open({
      reserved,
      username,
      password: proof.password,
      attributes: { display_name: holder, home_library: library, age_band: ageBand },
    })
    if (opened === 'away' || opened === 'password-refused') return opened
    if (opened === 'taken') {
      warn(
        `The card ${username} could not be activated: its account was made by other means, or is switched off.`,
      )
      return 'refused'
    }
    return (await finish(doc, reserved, opened.account)) ?? 'refused'
  }

  const attach = async ({
    account,
    ...proof
  }: CardProof & { readonly account: string }): ReturnType<Cards['attach']> => {
    // Before the code is looked at: a card that waits to join could not open an account any more.
    if (accounts.addName === null) return 'refused'
    const doc = await prove(proof)
    if (doc === null) return 'refused'
    const begun = doc.state === 'activating' && doc.account === account
    const free = doc.state === 'waiting' || begun || (await isOrphan(doc)) === true
    if (!free || (await reserve(doc, account, true)) !== account) return 'refused'
    if ((await accounts.addName(account, doc._id)) !== 'added') {
      warn(
        `The card ${doc._id} could not be added to an account: its name is taken, or the account has too many.`,
      )
      return 'refused'
    }
    return (await finish(doc, account, account)) ?? 'refused'
  }

  const codeOf = ({ library, card, code }: CardProof): string =>
    digestOf(sealing, nameOfCard(library, foldName(card)), code)

  return {
    ...createRegistry(options),

    activate(proof) {
      return activations.run(codeOf(proof), proof.password, () => activate(proof))
    },
    attach(proof) {
      return joinings.run(codeOf(proof), proof.account, () => attach(proof))
    },
  }
}
