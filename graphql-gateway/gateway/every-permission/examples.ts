// For every field that a subgraph guards, an object of another library on which all who may not are to try it.
import type { Example } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'

type MakeExample = (db: Db) => Promise<Example>

/** A list of somebody else. */
const listOfAnother =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async (db) => {
    const _id = 'anothers-list-0000000000'
    const at = new Date(0)
    const list = { owner: 'another', shelf: false, name: '诗', count: 0, items: [], rev: 1 }
    await db
      .collection<{ _id: string }>('account_lists')
      .replaceOne({ _id }, { ...list, createdAt: at, changedAt: at }, { upsert: true })
    return { object: { owner: 'another' }, args: { id: _id, ...args } }
  }

const own =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async () => ({ object: 'own', args })

const record = { recordId: 'bbook', title: '论语', kind: 'book' }

/**
 * By `Type.field`, as in `actions` of the subgraph. Each writes what must be there, of a library that is not `home`, and
 * says what it is. The test fails for a guarded field that is missing here, and for one here that no subgraph guards.
 */
export const examples: Readonly<Record<string, MakeExample>> = {
  'Query.me': own(),
  'Mutation.putOnShelf': own({ record }),
  'Mutation.takeOffShelf': own({ recordId: 'bbook' }),
  'Mutation.createList': own({ key: 'a-new-list', name: '词' }),
  'Mutation.renameList': listOfAnother({ name: '词' }),
  'Mutation.removeList': listOfAnother(),
  'Mutation.restoreList': listOfAnother(),
  'Mutation.addToList': listOfAnother({ record }),
  'Mutation.removeFromList': listOfAnother({ recordId: 'bbook' }),
  'Mutation.mergeGuest': own({ input: { id: 'a-guests-things', shelf: [record], lists: [] } }),
}
