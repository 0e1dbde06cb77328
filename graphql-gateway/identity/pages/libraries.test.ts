// A library is found by what a reader is likely to type.
import { expect, test } from 'vitest'
import { indexLibraries, keepIndex } from './libraries.ts'
import { libraries } from './testing/serve-pages.ts'
import { whoseCard } from './whose-card.ts'

const index = indexLibraries(libraries)

test.each([
  ['浙江图书馆', 'n33'],
  ['浙江', 'n33'],
  ['浙江省图书馆', 'n33'],
  ['余杭', 'n330110'],
  [' 余 杭 区 ', 'n330110'],
  ['杭州市图书馆', 'n3301'],
  ['杭州', 'n3301'],
  ['吉林', 'n22'],
  ['吉林市', 'n2202'],
  ['Ｎ330106', 'n330106'],
  ['国家', 'ndl'],
])('%s is %s', (typed, code) => expect(index.match(typed)).toMatchObject({ found: 'one', library: { code } }))

test.each([
  ['西湖', 'several'],
  ['县', 'many'],
  ['图书馆', 'many'],
  ['火星', 'none'],
  ['', 'none'],
  ['。，', 'none'],
])('%s finds %s', (typed, found) => expect(index.match(typed).found).toBe(found))

test.each([
  [{ library: '余杭', card: ' １００１ ' }, 'n330110/1001'],
  [{ library: '', card: 'N330110 / 1001' }, 'n330110/1001'],
  [{ library: '浙江', card: 'n330110/1001' }, 'n330110/1001'],
  [{ library: '西湖', pick: 'n360103', card: '7' }, 'n360103/7'],
  [{ library: '', card: 'national-admin' }, 'national-admin'],
])('%j is %s', (boxes, username) =>
  expect(whoseCard({ pick: '', ...boxes }, index)).toMatchObject({ who: { username }, faults: [] }),
)

test.each([
  [{ library: '', card: '' }, ['library-missing', 'card-missing']],
  [{ library: '', card: '1001' }, ['library-missing']],
  [{ library: '西湖', card: '1' }, ['library-several']],
  [{ library: '西湖', pick: 'n33', card: '1' }, ['library-several']],
  [{ library: '县', card: '1' }, ['library-many']],
  [{ library: '火星', card: 'а1' }, ['library-unknown', 'card-shape']],
  [{ library: '浙江', card: '1'.repeat(8192) }, ['card-long']],
  [{ library: '浙江', card: 'n33/а1' }, ['card-shape']],
  [{ library: '浙江', card: `n33/${'1'.repeat(8192)}` }, ['card-long']],
  [{ library: '浙江', card: '../admin' }, ['card-shape']],
])('the boxes of case %# are refused', (boxes, problems) => {
  const read = whoseCard({ pick: '', ...boxes }, index)
  expect(read.who).toBe(null)
  expect(read.faults.map(({ problem }) => problem)).toEqual(problems)
})

test('a name of eight thousand characters finds nothing, soon', () =>
  expect(index.match('馆'.repeat(8000)).found).toBe('none'))

test('the index is asked for once, made anew after a while, and kept when nobody answers', async () => {
  let now = 0
  let asked = 0
  let fails = false
  const index = keepIndex(
    () => {
      asked += 1
      return fails ? Promise.reject(new Error('away')) : Promise.resolve(libraries)
    },
    () => now,
    1000,
  )
  await Promise.all([index(), index()])
  await index()
  expect(asked).toBe(1)
  now = 2000
  fails = true
  expect((await index()).byCode('n33')?.name).toBe('浙江图书馆')
  expect(asked).toBe(2)
})
