// Names of who works or worked in the console, by their lasting ids: the audit log keeps ids only, and readers stay unnamed.
import type { Db } from 'mongodb'

export interface PersonDoc {
  /** Lasting id. */
  readonly _id: string
  readonly username: string
}

export const peopleIn = (db: Db) => db.collection<PersonDoc>('staff_people')

/** Keeps the name that somebody has now. The same once more changes nothing. */
export async function know(
  db: Db,
  { subject, username }: { readonly subject: string; readonly username: string },
): Promise<void> {
  await peopleIn(db).updateOne({ _id: subject }, { $set: { username } }, { upsert: true })
}

/** Names by lasting id; who is not known has none. */
export async function namesOf(
  db: Db,
  subjects: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  if (subjects.length === 0) return new Map()
  const people = await peopleIn(db)
    .find({ _id: { $in: [...subjects] } }, { signal })
    .toArray()
  return new Map(people.map(({ _id, username }) => [_id, username]))
}

/** More than one had the name, where an account was removed and another took its name. */
const mostOfOneName = 20

/** Lasting ids of those who have a name. */
export async function subjectsOf(db: Db, username: string, signal: AbortSignal): Promise<readonly string[]> {
  const people = await peopleIn(db)
    .find({ username }, { signal, projection: { _id: 1 } })
    .sort({ username: 1, _id: 1 })
    .limit(mostOfOneName)
    .toArray()
  return people.map(({ _id }) => _id)
}
