// What demonstration libraries say of themselves in a new store. Repeated it changes nothing of what is there.
import type { Db } from 'mongodb'
import type { Hours } from '../hours/model.ts'
import {
  contactsIn,
  hoursIn,
  itemId,
  noEnd,
  noticesIn,
  rulesIn,
  type Contact,
  type LendingRules,
  type Notice,
} from './documents.ts'

/** Of one library. */
export interface SaidByLibrary {
  readonly library: string
  readonly hours: Hours
  readonly contact: Contact
  readonly lendingRules: LendingRules
  readonly notice: Notice
}

export async function seedVisiting(
  db: Db,
  { library, hours, contact, lendingRules, notice }: SaidByLibrary,
  now: Date,
): Promise<void> {
  const about = { library, withdrawn: false, rev: 1, next: { digest: '', at: now }, changedAt: now }
  const whole = { ...about, begins: '', ends: '' }
  const upsert = { upsert: true } as const
  await hoursIn(db).updateOne({ _id: library }, { $setOnInsert: { ...whole, value: hours } }, upsert)
  await contactsIn(db).updateOne({ _id: library }, { $setOnInsert: { ...whole, value: contact } }, upsert)
  await rulesIn(db).updateOne({ _id: library }, { $setOnInsert: { ...whole, value: lendingRules } }, upsert)
  const times = { begins: notice.from, ends: notice.until ?? noEnd }
  await noticesIn(db).updateOne(
    { _id: itemId(library, 'demonstration') },
    { $setOnInsert: { ...about, ...times, value: notice } },
    upsert,
  )
}
