// How far a copy has come, kept in the target itself, so that a copy that was stopped goes on where it was.
import type { MongoClient } from 'mongodb'

/** The database in the target that holds the progress while a copy is not done. */
export const progressDatabase = 'shuxiang_copy'

/** One collection on its way. */
export interface CollectionProgress {
  readonly _id: string
  /** So many documents, in the order of _id, are known to be in the target. */
  readonly copied?: number
  /** Every document is there and compared. */
  readonly done?: boolean
}

interface Run {
  readonly _id: 'run'
  readonly source: string
  readonly token: string
}

/** The progress kept in a target. */
export interface Progress {
  /** Where the copy that was begun here comes from; null when none was. */
  begun(): Promise<string | null>
  begin(source: string, token: string): Promise<void>
  /** Whether the copy with this token was begun here: then this is the target. */
  knows(token: string): Promise<boolean>
  of(namespace: string): Promise<CollectionProgress | null>
  note(namespace: string, state: Omit<CollectionProgress, '_id'>): Promise<void>
  /** No collection has been copied. */
  forget(): Promise<void>
  /** The copy is done: nothing of this remains. */
  end(): Promise<void>
}

/** Progress in a target. */
export function progressIn(client: MongoClient): Progress {
  const db = client.db(progressDatabase)
  const runs = db.collection<Run>('runs')
  const collections = db.collection<CollectionProgress>('collections')
  return {
    begun: async () => (await runs.findOne({ _id: 'run' }))?.source ?? null,
    async begin(source, token) {
      await runs.replaceOne({ _id: 'run' }, { source, token }, { upsert: true })
    },
    knows: async (token) => (await runs.findOne({ _id: 'run' }))?.token === token,
    of: (namespace) => collections.findOne({ _id: namespace }),
    async note(namespace, state) {
      await collections.replaceOne({ _id: namespace }, state, { upsert: true })
    },
    async forget() {
      await collections.deleteMany({})
    },
    async end() {
      await db.dropDatabase()
    },
  }
}
