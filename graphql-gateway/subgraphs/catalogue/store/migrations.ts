// Changes of the catalogue's collections from one version to the next.
import type { Migration } from '@shuxiang/subgraph-kit/module'
import { MongoServerError, type Db } from 'mongodb'
import { correctionsIn } from '../corrections/documents.ts'
import { missedIn } from '../missed/documents.ts'

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
  {
    id: 'catalogue-0003-kernel',
    async run(parts) {
      const { db } = parts
      await db.collection('records').createIndexes([
        // Works of one person or body, best known first.
        { key: { leadAgentId: 1, prior: -1, _id: 1 }, name: 'agent' },
        // What is part of a record, or relates to it otherwise.
        { key: { 'relations.recordId': 1 }, name: 'related', sparse: true },
      ])
      await db
        .collection('record_texts')
        .createIndexes([{ key: { recordId: 1, n: 1 }, name: 'chapters', unique: true }])
      await db
        .collection('record_files')
        .createIndexes([{ key: { recordId: 1, role: 1, position: 1 }, name: 'files' }])
      await db.collection('holdings').createIndexes([
        { key: { recordId: 1, position: 1 }, name: 'record' },
        // Which of some records a library has.
        { key: { recordId: 1, scopes: 1 }, name: 'scope' },
      ])
      // A first start has nothing to convert and need not load what would.
      if ((await db.collection('records').findOne({}, { projection: { _id: 1 } })) !== null) {
        const { convertRecords } = await import('./to-kernel/convert.ts')
        await convertRecords(parts)
      }
      await db.dropCollection('record_parts')
      await withoutIndex(db, 'records', 'works')
    },
  },
  {
    id: 'catalogue-0004-arrivals',
    async run({ db }) {
      await db
        .collection('records')
        .createIndexes([{ key: { addedOn: -1, prior: -1, _id: 1 }, name: 'arrivals' }])
    },
  },
  {
    id: 'catalogue-0005-missed-searches',
    async run({ db }) {
      await missedIn(db).createIndexes([
        { key: { library: 1, day: 1, moments: 1, last: 1, _id: 1 }, name: 'days' },
        { key: { day: 1 }, name: 'age' },
      ])
    },
  },
  {
    id: 'catalogue-0006-names-of-persons',
    async run({ db }) {
      await db
        .collection('persons')
        .createIndexes([{ key: { spellings: 1, _id: 1 }, name: 'spellings', sparse: true }])
    },
  },
  {
    id: 'catalogue-0007-witnesses',
    async run({ db }) {
      await db
        .collection('record_witnesses')
        .createIndexes([{ key: { recordId: 1, position: 1 }, name: 'record' }])
    },
  },
  {
    id: 'catalogue-0008-former-persons',
    async run({ db }) {
      await db.collection('persons').createIndexes([{ key: { formerIds: 1 }, name: 'former', sparse: true }])
    },
  },
  {
    id: 'catalogue-corrections',
    async run({ db }) {
      await correctionsIn(db).createIndexes([
        { key: { sentAt: -1, _id: 1 }, name: 'latest' },
        { key: { state: 1, sentAt: -1, _id: 1 }, name: 'latest-of-a-state' },
        { key: { record: 1, sentAt: -1 }, name: 'records' },
      ])
    },
  },
]

async function withoutIndex(db: Db, collection: string, index: string): Promise<void> {
  await db
    .collection(collection)
    .dropIndex(index)
    .catch((error: unknown) => {
      const indexNotFound = 27
      if (!(error instanceof MongoServerError) || error.code !== indexNotFound) throw error
    })
}
