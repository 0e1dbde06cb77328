// The links of guardians, and what each is worth now: the registry of cards has the last word.
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Db } from 'mongodb'
import { mostChildren } from '../bounds.ts'
import type { ChildCards, ProvedCard } from '../ports.ts'
import { childrenIn, linkId, type ChildDoc, type ChildState } from './documents.ts'

/** A link, with what the registry says of its card now. */
export interface Child {
  readonly link: ChildDoc
  readonly state: ChildState
  readonly name: string
  /** Subject of the child; null where the guardian may see nothing of it. */
  readonly subject: string | null
}

interface Options {
  readonly signal?: AbortSignal
}

export const linkById = (db: Db, _id: string, options: Options = {}): Promise<ChildDoc | null> =>
  childrenIn(db).findOne({ _id }, options)

/** Of a guardian, in the order in which they were linked. */
export const childrenOf = (db: Db, owner: string, options: Options = {}): Promise<ChildDoc[]> =>
  childrenIn(db).find({ owner }, options).sort({ linkedAt: 1, _id: 1 }).limit(mostChildren).toArray()

/** Of guardian and child. */
export const linksOf = (db: Db, subject: string): Promise<ChildDoc[]> =>
  childrenIn(db)
    .find({ $or: [{ owner: subject }, { child: subject }] })
    .sort({ linkedAt: 1, _id: 1 })
    .toArray()

/** Whether a guardian looks after an account, which may not know of its account yet. */
export async function hasGuardian(
  db: Db,
  subject: string,
  username: string,
  options: Options,
): Promise<boolean> {
  const found = await childrenIn(db).findOne(
    { $or: [{ child: subject }, { child: '', card: username }] },
    { ...options, projection: { _id: 1 } },
  )
  return found !== null
}

/** May be repeated. */
export async function link(
  db: Db,
  owner: string,
  { username, account }: ProvedCard,
  now: Date,
): Promise<ChildDoc> {
  const _id = linkId(owner, username)
  const fields = { owner, card: username, linkedAt: now }
  const child = account ?? ''
  try {
    // Proved anew: the account that it opens now is the one that counts.
    await childrenIn(db).updateOne({ _id }, { $set: { child }, $setOnInsert: fields }, { upsert: true })
  } catch (error) {
    // Of two presses at one moment, one writes it.
    if (!isTaken(error)) throw error
  }
  return (await linkById(db, _id)) ?? { _id, ...fields, child }
}

export async function unlink(db: Db, _id: string): Promise<boolean> {
  return (await childrenIn(db).deleteOne({ _id })).deletedCount === 1
}

/** What links are worth now. A link whose account has been opened since learns of it. */
export async function lookAt(
  db: Db,
  cards: Pick<ChildCards, 'claimedBy'>,
  links: readonly ChildDoc[],
): Promise<Child[]> {
  const [owner] = links.map((each) => each.owner)
  if (owner === undefined) return []
  const proved = await cards.claimedBy(
    owner,
    links.map(({ card }) => card),
  )
  const byCard = new Map(proved.map((each) => [each.username, each]))
  return Promise.all(links.map((each) => worthOf(db, each, byCard.get(each.card))))
}

async function worthOf(db: Db, known: ChildDoc, card: ProvedCard | undefined): Promise<Child> {
  if (!card) return { link: known, state: 'GONE', name: '', subject: null }
  const { holder: name, account } = card
  if (account === null)
    return { link: known, state: known.child === '' ? 'NOT_OPENED' : 'GONE', name, subject: null }
  if (known.child === '')
    await childrenIn(db).updateOne({ _id: known._id, child: '' }, { $set: { child: account } })
  if (known.child !== '' && known.child !== account)
    return { link: known, state: 'GONE', name: '', subject: null }
  if (!card.isChild) return { link: known, state: 'GROWN', name, subject: null }
  return { link: { ...known, child: account }, state: 'UNDER_14', name, subject: account }
}
