// Cards whose account is deleted: the library's own records of them stay, and with a new code they open an account again.
import type { Db } from 'mongodb'
import { cardsIn } from './documents.ts'

/** May be called again. A card that its library has blocked stays so. */
export async function releaseCards(db: Db, account: string, now: Date): Promise<void> {
  if (account === '') return
  const free = {
    account: '',
    added: false,
    code: '',
    codeTries: 0,
    guardians: [],
    claimed: null,
    changedAt: now,
  }
  await cardsIn(db).updateMany({ account, state: 'blocked' }, { $set: free })
  await cardsIn(db).updateMany({ account }, { $set: { ...free, state: 'waiting' } })
}
