// Changes of the collections of visiting from one version to the next.
import type { Migration } from '@shuxiang/subgraph-kit/module'
import { feedbackIn } from '../feedback/documents.ts'
import { eventsIn, noticesIn } from './documents.ts'

export const migrations: readonly Migration[] = [
  {
    id: 'visiting-0001-indexes',
    async run({ db }) {
      for (const collection of [noticesIn(db), eventsIn(db)])
        await collection.createIndexes([
          { key: { library: 1, begins: -1, _id: 1 }, name: 'libraries' },
          { key: { library: 1, withdrawn: 1, ends: 1, _id: 1 }, name: 'current' },
        ])
    },
  },
  {
    id: 'visiting-0002-feedback',
    async run({ db }) {
      await feedbackIn(db).createIndexes([
        { key: { library: 1, sentAt: -1, _id: 1 }, name: 'latest' },
        { key: { library: 1, state: 1, sentAt: -1, _id: 1 }, name: 'latest-of-a-state' },
      ])
    },
  },
]
