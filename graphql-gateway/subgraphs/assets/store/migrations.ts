// Changes of the collections of the assets from one version to the next.
import type { Migration } from '@shuxiang/subgraph-kit/module'
import { assetsIn, filesIn, partsIn, piecesIn } from './documents.ts'

export const migrations: readonly Migration[] = [
  {
    id: 'assets-0001-indexes',
    async run({ db }) {
      await assetsIn(db).createIndexes([
        { key: { library: 1, deletedAt: 1, changed: -1, _id: 1 }, name: 'libraries' },
        { key: { state: 1, at: 1, _id: 1 }, name: 'work' },
        { key: { deletedAt: 1, _id: 1 }, name: 'deleted' },
        { key: { by: 1, _id: 1 }, name: 'people' },
        { key: { 'shown.variants.hash': 1 }, name: 'files' },
        { key: { 'former.hash': 1 }, name: 'former' },
      ])
      await partsIn(db).createIndexes([{ key: { asset: 1, turn: 1, position: 1 }, name: 'files' }])
      await filesIn(db).createIndexes([{ key: { at: 1, _id: 1 }, name: 'age' }])
      await piecesIn(db).createIndexes([{ key: { file: 1, number: 1 }, name: 'files' }])
    },
  },
]
