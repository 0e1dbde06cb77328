// Makes the second factor of somebody who is signed in older than what needs a fresh one: no test waits a quarter of an hour.
import { openStore } from '@shuxiang/embedded-store'
import { MongoClient } from 'mongodb'

/** Seconds; more than the 900 for which a code counts. */
const AGE = 1000

/** In the store of the running product: a session, and the refresh tokens of it, say when the code was given. */
export async function ageSecondFactor(dataDir: string, username: string): Promise<void> {
  // The one that runs already.
  const store = await openStore({ dataDir })
  const client = new MongoClient(store.uri)
  const db = client.db('shuxiang')
  try {
    const person = await db.collection<{ _id: string }>('staff_people').findOne({ username })
    if (!person) throw new Error(`${username} has not worked in the console yet.`)
    const entries = db.collection<{ _id: string; text: string }>('identity_sessions')
    for (const { _id, text } of await entries.find({ accountId: person._id }).toArray()) {
      const kept: Record<string, unknown> = JSON.parse(text)
      const aged = Object.fromEntries(
        ['loginTs', 'authTime'].flatMap((name) => {
          const value = kept[name]
          return typeof value === 'number' ? [[name, value - AGE]] : []
        }),
      )
      if (Object.keys(aged).length > 0)
        await entries.updateOne({ _id }, { $set: { text: JSON.stringify({ ...kept, ...aged }) } })
    }
  } finally {
    await client.close()
    await store.close()
  }
}
