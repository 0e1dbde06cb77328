// Changes of the collections of sites from one version to the next.
import type { Migration } from '@shuxiang/subgraph-kit/module'
import { librariesIn, regionsIn, sitePagesIn } from './documents.ts'

export const migrations: readonly Migration[] = [
  {
    id: 'sites-0001-indexes',
    async run({ db }) {
      await regionsIn(db).createIndexes([{ key: { parentId: 1, _id: 1 }, name: 'children' }])
      await librariesIn(db).createIndexes([
        { key: { place: 1, _id: 1 }, name: 'places' },
        { key: { level: 1, place: 1, _id: 1 }, name: 'levels' },
      ])
    },
  },
  {
    id: 'sites-0002-names',
    async run({ db }) {
      await librariesIn(db).createIndexes([{ key: { name: 1, _id: 1 }, name: 'names' }])
    },
  },
  {
    id: 'sites-0003-pages-of-sites',
    async run({ db }) {
      await sitePagesIn(db).createIndexes([{ key: { site: 1, path: 1 }, name: 'paths' }])
    },
  },
]
