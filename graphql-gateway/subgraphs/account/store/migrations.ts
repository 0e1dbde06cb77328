// Changes of the collections of the account from one version to the next.
import type { Migration } from '@shuxiang/subgraph-kit/module'
import { daysKept } from '../bounds.ts'
import { deletionsIn } from '../deletion/documents.ts'
import { childrenIn } from '../guardian/documents.ts'
import { devicesIn } from '../devices/documents.ts'
import { searchesIn } from '../searches/documents.ts'
import { historiesIn, listsIn, mergesIn } from './documents.ts'

const expireAfterSeconds = daysKept * 24 * 3600

export const migrations: readonly Migration[] = [
  {
    id: 'account-0001-indexes',
    async run({ db }) {
      await listsIn(db).createIndexes([
        { key: { owner: 1, createdAt: -1, _id: 1 }, name: 'owners' },
        { key: { removedAt: 1 }, name: 'removed', expireAfterSeconds },
      ])
      await mergesIn(db).createIndexes([{ key: { at: 1 }, name: 'old', expireAfterSeconds }])
    },
  },
  {
    id: 'account-0002-merges-of-an-owner',
    async run({ db }) {
      await mergesIn(db).createIndexes([{ key: { owner: 1 }, name: 'owners' }])
    },
  },
  {
    id: 'account-0003-saved-searches',
    async run({ db }) {
      await searchesIn(db).createIndexes([
        { key: { owner: 1, createdAt: -1, _id: 1 }, name: 'owners' },
        { key: { removedAt: 1 }, name: 'removed', expireAfterSeconds },
      ])
    },
  },
  {
    id: 'account-0005-deletions',
    async run({ db }) {
      await deletionsIn(db).createIndexes([{ key: { state: 1, dueAt: 1, _id: 1 }, name: 'due' }])
      await historiesIn(db).createIndexes([{ key: { owner: 1 }, name: 'owners' }])
    },
  },
  {
    id: 'account-0006-devices',
    async run({ db }) {
      await devicesIn(db).createIndexes([
        { key: { owner: 1 }, name: 'owners' },
        // Sessions end sooner; a device that is not seen for so long is on no list.
        { key: { lastSeen: 1 }, name: 'unseen', expireAfterSeconds },
      ])
    },
  },
  {
    id: 'account-0007-children',
    async run({ db }) {
      await childrenIn(db).createIndexes([
        { key: { owner: 1, linkedAt: 1, _id: 1 }, name: 'owners' },
        { key: { child: 1 }, name: 'children' },
        { key: { card: 1 }, name: 'cards' },
      ])
    },
  },
]
