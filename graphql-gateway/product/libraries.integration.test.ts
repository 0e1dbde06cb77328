// Names of libraries, read without the graph.
import { openTestStore } from '@shuxiang/store-contract'
import { expect, test } from 'vitest'
import { libraryNames } from './libraries.ts'

test('all libraries are told by code and name, in the order of their codes', async () => {
  const store = await openTestStore()
  const db = store.db('libraries')
  await db.collection<{ _id: string; name: string; level: string }>('libraries').insertMany([
    { _id: 'n33', name: '浙江图书馆', level: 'PROVINCE' },
    { _id: 'n11', name: '首都图书馆', level: 'PROVINCE' },
  ])
  expect(await libraryNames(db)).toEqual([
    { code: 'n11', name: '首都图书馆' },
    { code: 'n33', name: '浙江图书馆' },
  ])
  await store.close()
})
