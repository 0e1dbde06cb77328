// A card goes to another person. Three steps, each of which may be repeated: its code is worth nothing, the account that it
// led to loses it, then it is the new holder's. Whoever is cut short comes here again with the same line.
import type { Collection } from 'mongodb'
import type { CardAccounts } from './card.ts'
import type { CardDoc } from './documents.ts'

type Fields = Partial<Pick<CardDoc, 'holder' | 'ageBand' | 'code' | 'codeExpires' | 'changedAt'>>

/** `moved`: the card is not any more what was read of it, and has to be looked at again. */
export async function handOn(
  cards: Collection<CardDoc>,
  accounts: Pick<CardAccounts, 'release'>,
  known: CardDoc,
  next: Fields,
): Promise<'handed-on' | 'moved' | 'away'> {
  const { _id, holder, account, state, code } = known
  const { matchedCount: held } = await cards.updateOne(
    { _id, holder, account, state, code },
    { $set: { code: '' } },
  )
  if (held === 0) return 'moved'
  // With the card's name gone from the account no way leads there, also where the process ends here.
  if (account !== '' && (await accounts.release({ account, username: _id })) === 'away') return 'away'
  // A code that was issued meanwhile was issued to the holder before.
  const { matchedCount: done } = await cards.updateOne(
    { _id, holder, account },
    {
      $set: {
        code: '',
        ...next,
        state: state === 'blocked' ? 'blocked' : 'waiting',
        account: '',
        added: false,
        guardians: [],
        claimed: null,
      },
    },
  )
  return done === 1 ? 'handed-on' : 'moved'
}
