// Cards of children, which a guardian proves by a code from the library's counter. Without that no account is opened for a child.
import type { Db } from 'mongodb'
import type { LockOut } from '../people/lock-out.ts'
import { foldName, isCard, isLibraryCode, nameOfCard } from '../people/names.ts'
import type { Sealing } from '../people/sealing.ts'
import { cardsIn, type CardDoc } from './documents.ts'
import { codeIsOut, digestOf, sameDigest } from './registry.ts'

/** A child's card, as its guardian sees it. */
export interface ChildCard {
  /** `<library>/<card>`. */
  readonly username: string
  readonly holder: string
  /** The account that the card opened; null while none is open. */
  readonly account: string | null
  /** Its reader is under 14 still. */
  readonly isChild: boolean
}

/** That somebody signed in is the guardian of who has a card. */
export interface ChildProof {
  readonly library: string
  /** As typed. */
  readonly card: string
  /** As typed. */
  readonly code: string
  /** Subject of who is signed in. */
  readonly guardian: string
}

export interface ChildCards {
  /**
   * Notes the guardian with the card. The code is spent where the child has an account; where it has none it stays, to
   * open one by, and serves no other guardian. May be repeated by the same guardian. `refused`: as by `activate`, one answer
   * for everything that may be guessed at. The others follow a right code, which is not spent: the card is not that of a
   * child's own account; or as many look after the child as may.
   */
  claim(proof: ChildProof): Promise<ChildCard | 'refused' | 'no-child' | 'too-many'>
  /** Those of the cards that the guardian proved, and that are the same person's still. In any order. */
  claimedBy(guardian: string, usernames: readonly string[]): Promise<readonly ChildCard[]>
  /** May be repeated. */
  letGo(guardian: string, username: string): Promise<void>
}

export interface ChildCardsOptions {
  readonly db: Db
  readonly sealing: Sealing
  readonly lockOut: LockOut
  /** Milliseconds. */
  readonly now: () => number
}

/** Guardians of a child. */
const mostGuardians = 8

export function createChildCards({ db, sealing, lockOut, now }: ChildCardsOptions): ChildCards {
  const cards = cardsIn(db)
  const mark = (guardian: string, username: string): string =>
    sealing.mac('guardian', `${username} ${guardian}`)

  return {
    async claim({ library, card, code, guardian }) {
      const folded = foldName(card)
      const username = isLibraryCode(library) && isCard(folded) ? nameOfCard(library, folded) : ''
      const attempt = await lockOut.begin('activation', username, `account ${guardian}`)
      const by = mark(guardian, username)
      const digest = digestOf(sealing, username, code)
      const doc = await cards.findOne({ _id: username })
      // Looked at together, so that a code that another has used is answered as a wrong one.
      const right = sameDigest(digest, doc?.code ?? '')
      const again = sameDigest(digest, doc?.claimed?.code ?? '')
      if (attempt.locked || doc === null || doc.state === 'blocked') return 'refused'
      if (again && doc.claimed?.by === by && isHis(doc, by)) {
        await attempt.succeeded()
        return shown(doc)
      }
      if (!right || again || !codeIsOut(doc, now())) return 'refused'
      await attempt.succeeded()
      if (doc.ageBand !== 'under-14' || doc.added) return 'no-child'
      if ((doc.guardians ?? []).length >= mostGuardians && !isHis(doc, by)) return 'too-many'
      const spent = accountOf(doc) === null ? {} : { code: '' }
      const { matchedCount } = await cards.updateOne(
        // As it was read: of two guardians with one code the second finds it claimed.
        {
          _id: username,
          code: doc.code,
          state: doc.state,
          account: doc.account,
          'claimed.code': { $ne: digest },
        },
        { $set: { ...spent, claimed: { code: digest, by } }, $addToSet: { guardians: by } },
      )
      if (matchedCount === 1) return shown(doc)
      const other = await cards.findOne({ _id: username })
      return other?.claimed?.by === by && other.claimed.code === digest ? shown(other) : 'refused'
    },

    async claimedBy(guardian, usernames) {
      const docs = await cards.find({ _id: { $in: [...usernames] } }).toArray()
      return docs.filter((doc) => !doc.added && isHis(doc, mark(guardian, doc._id))).map(shown)
    },

    async letGo(guardian, username) {
      await cards.updateOne({ _id: username }, { $pull: { guardians: mark(guardian, username) } })
    },
  }
}

const isHis = ({ guardians = [] }: CardDoc, by: string): boolean => guardians.includes(by)

/** An account that is being opened may get another id yet. */
const accountOf = ({ state, account }: CardDoc): string | null =>
  account !== '' && (state === 'active' || state === 'blocked') ? account : null

const shown = (doc: CardDoc): ChildCard => ({
  username: doc._id,
  holder: doc.holder,
  account: accountOf(doc),
  isChild: doc.ageBand === 'under-14',
})
