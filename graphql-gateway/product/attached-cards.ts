// Cards of accounts, for who reads them without the registry.
import type { Db } from 'mongodb'

/** A card that opened an account or was added to it. */
export interface AttachedCard {
  /** `<library code>/<card>`. */
  readonly username: string
  readonly blocked: boolean
}

/** More than anybody has. */
const most = 50

/** In the order of their names. */
export async function cardsOf(db: Db, account: string): Promise<readonly AttachedCard[]> {
  const docs = await db
    .collection<{ _id: string; account: string; state: string }>('identity_cards')
    .find({ account }, { projection: { state: 1 } })
    .sort({ account: 1, _id: 1 })
    .limit(most)
    .toArray()
  return docs.map(({ _id, state }) => ({ username: _id, blocked: state === 'blocked' }))
}
