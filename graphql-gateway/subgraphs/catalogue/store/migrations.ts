// Changes of the catalogue's collections from one version to the next.
import type { Migration } from '@shuxiang/subgraph-kit/module'

export const migrations: readonly Migration[] = [
  {
    id: 'catalogue-0001-indexes',
    async run({ db }) {
      await db.collection('records').createIndexes([
        // The search feed reads the oldest unindexed revisions first.
        {
          key: { dirty: 1, dirtyAt: 1, _id: 1 },
          name: 'feed',
          partialFilterExpression: { dirty: true },
        },
        // Works of one person, best known first.
        { key: { leadPersonId: 1, prior: -1, _id: 1 }, name: 'works' },
        // Best known of a kind.
        { key: { kind: 1, prior: -1, _id: 1 }, name: 'best' },
        { key: { collectionId: 1, _id: 1 }, name: 'collection' },
        { key: { updatedAt: 1, _id: 1 }, name: 'harvest' },
      ])
      await db
        .collection('record_parts')
        .createIndexes([{ key: { recordId: 1, n: 1 }, name: 'chapters', unique: true }])
      await db.collection('persons').createIndexes([{ key: { name: 1, _id: 1 }, name: 'names' }])
    },
  },
  {
    id: 'catalogue-0002-former-ids',
    async run({ db }) {
      // An address of before leads to the record that has it now.
      await db.collection('records').createIndexes([{ key: { formerIds: 1 }, name: 'former', sparse: true }])
    },
  },
]
