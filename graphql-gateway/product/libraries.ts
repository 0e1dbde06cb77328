// Names of all libraries, for who reads them without the graph.
import type { Db } from 'mongodb'

/** A library by the code that cards and clients have. */
export interface LibraryName {
  readonly code: string
  readonly name: string
}

/** Whether there is one with this code. */
export async function isLibrary(db: Db, code: string): Promise<boolean> {
  return (await db.collection<{ _id: string }>('libraries').countDocuments({ _id: code }, { limit: 1 })) === 1
}

/** In the order of their codes. */
export async function libraryNames(db: Db): Promise<readonly LibraryName[]> {
  const docs = await db
    .collection<{ _id: string; name: string }>('libraries')
    .find({}, { projection: { name: 1 } })
    .sort({ _id: 1 })
    .toArray()
  return docs.map(({ _id, name }) => ({ code: _id, name }))
}
