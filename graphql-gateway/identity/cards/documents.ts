// What the store keeps of cards.
import type { AgeBand } from '@shuxiang/permissions'
import type { Db } from 'mongodb'
import type { CardState } from './card.ts'

export interface CardDoc {
  /** `<library code>/<card>`. */
  readonly _id: string
  readonly library: string
  readonly holder: string
  readonly ageBand: AgeBand
  readonly state: CardState
  /** Keyed digest of name and code; empty when none is out. */
  readonly code: string
  readonly codeExpires: Date
  /** Empty while it has none. */
  readonly account: string
  /** It joined an account that another card had opened. */
  readonly added: boolean
  readonly changedAt: Date
  /** Who looks after its reader, a child: keyed digests of card and account, which name nobody. */
  readonly guardians?: readonly string[]
  /** The code that the last of them proved the card by, as `code` has it, and who that was, as above. */
  readonly claimed?: { readonly code: string; readonly by: string } | null
}

export const cardsIn = (db: Db) => db.collection<CardDoc>('identity_cards')

/** May be called at each start. */
export async function prepareCards(db: Db): Promise<void> {
  await cardsIn(db).createIndexes([
    { key: { library: 1, _id: 1 }, name: 'libraries' },
    { key: { account: 1, _id: 1 }, name: 'accounts' },
  ])
}
