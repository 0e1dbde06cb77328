// Look-ups gathered into one trip.
import type { SubgraphContext } from './context.ts'
import { MongoClient } from 'mongodb'
import { expect, it } from 'vitest'
import { perRequest } from './per-request.ts'
import { testContext } from './testing.ts'

const context = (): SubgraphContext => testContext(new MongoClient('mongodb://127.0.0.1:1').db('none'))

it('reads the ids of one turn together and each of them once a request', async () => {
  const trips: string[][] = []
  const find = perRequest((_, ids) => {
    trips.push([...ids])
    return Promise.resolve(ids.filter((id) => id !== 'none').map((_id) => ({ _id })))
  })
  const one = context()
  const answers = await Promise.all(['a', 'b', 'a', 'none'].map((id) => find(one, id)))
  expect(answers).toEqual([{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }, null])
  await find(one, 'c')
  await find(one, 'a')
  await find(context(), 'a')
  expect(trips).toEqual([['a', 'b', 'none'], ['c'], ['a']])
})
