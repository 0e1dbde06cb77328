// Clients and organizations that the provisioner makes, in the store: a name that is unique, and the rest as JSON,
// for Keycloak's fields have dots in their names.
import { type Collection, type Db, MongoServerError } from 'mongodb'
import type { z } from 'zod'
import type { PageOfList } from './answer.ts'

interface KeptDoc {
  readonly _id: string
  readonly name: string
  readonly text: string
}

/** One thing with its id. */
export interface Kept<T> {
  readonly id: string
  readonly value: T
}

/** Things with a unique name. */
export interface KeptThings<T> {
  make(id: string, name: string, value: T): Promise<'made' | 'taken'>
  find(id: string): Promise<Kept<T> | null>
  findByName(name: string): Promise<Kept<T> | null>
  /** In the order of names. */
  list(page: PageOfList): Promise<readonly Kept<T>[]>
  /** False when there is none with this id. */
  replace(id: string, value: T): Promise<boolean>
  remove(id: string): Promise<boolean>
}

const duplicate = 11_000

/** Opens a collection; makes its index. What is in it is checked when it is read. */
export async function openKept<T>(
  db: Db,
  collection: 'identity_clients' | 'identity_organizations',
  schema: z.ZodType<T>,
): Promise<KeptThings<T>> {
  const things: Collection<KeptDoc> = db.collection<KeptDoc>(collection)
  await things.createIndexes([{ key: { name: 1 }, unique: true }])
  const read = (doc: KeptDoc): Kept<T> => ({ id: doc._id, value: schema.parse(JSON.parse(doc.text)) })
  const readOne = (doc: KeptDoc | null): Kept<T> | null => (doc === null ? null : read(doc))
  return {
    async make(id, name, value) {
      try {
        await things.insertOne({ _id: id, name, text: JSON.stringify(value) })
        return 'made'
      } catch (error) {
        if (error instanceof MongoServerError && error.code === duplicate) return 'taken'
        throw error
      }
    },
    find: async (id) => readOne(await things.findOne({ _id: id })),
    findByName: async (name) => readOne(await things.findOne({ name })),
    async list({ first, max }) {
      // To the store a limit of none is no limit.
      if (max === 0) return []
      const docs = await things
        .find()
        .sort({ name: 1, _id: 1 })
        .limit(first + max)
        .toArray()
      return docs.slice(first).map(read)
    },
    async replace(id, value) {
      const { matchedCount } = await things.updateOne({ _id: id }, { $set: { text: JSON.stringify(value) } })
      return matchedCount === 1
    },
    async remove(id) {
      const { deletedCount } = await things.deleteOne({ _id: id })
      return deletedCount === 1
    },
  }
}
