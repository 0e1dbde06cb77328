import { array, assert, integer, property, string, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstOf, highest } from './best.ts'
import { DocColumns } from './doc-columns.ts'
import { intersect, readDocSet, subtract, unite } from './doc-set.ts'
import { bytesOf, NumberLists, TextLists } from './lists.ts'
import { SortedKeys } from './sorted-keys.ts'

const numbers = uniqueArray(integer({ min: 0, max: 200 })).map((list) => list.toSorted((a, b) => a - b))

describe('sets of record numbers', () => {
  it('are read from one string', () => {
    expect([...readDocSet('1,23,456')]).toEqual([1, 23, 456])
    expect([...readDocSet('')]).toEqual([])
  })

  it('meet, join and differ like sets', () => {
    assert(
      property(numbers, numbers, (a, b) => {
        const [left, right] = [Uint32Array.from(a), Uint32Array.from(b)]
        const both = [...new Set([...a, ...b])].sort((x, y) => x - y)
        expect([...intersect(left, right)]).toEqual(a.filter((no) => b.includes(no)))
        expect([...unite(left, right)]).toEqual(both)
        expect([...subtract(left, right)]).toEqual(a.filter((no) => !b.includes(no)))
      }),
    )
  })

  it('give their first in an order', () => {
    assert(
      property(numbers, integer({ min: 0, max: 20 }), (list, size) => {
        const backwards = (a: number, b: number): number => b - a
        expect(firstOf(Uint32Array.from(list), size, backwards)).toEqual(list.toReversed().slice(0, size))
      }),
    )
  })
})

describe('the highest scores', () => {
  it('are those an order by score would put first', () => {
    assert(
      property(
        numbers,
        array(integer({ min: 0, max: 5 }), { minLength: 201, maxLength: 201 }),
        (list, values) => {
          const scores = Float64Array.from(values)
          const order = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b
          const best = [...highest(Uint32Array.from(list), 7, scores, order)].sort(order)
          expect(best).toEqual(list.toSorted(order).slice(0, 7))
        },
      ),
    )
  })
})

describe('columns', () => {
  it('keep a list for each record through growth and change', () => {
    const change = array(integer({ min: 0, max: 99 }), { maxLength: 12 })
    assert(
      property(array(change, { maxLength: 60 }), (changes) => {
        const lists = new NumberLists()
        const expected = new Map<number, readonly number[]>()
        changes.forEach((values, at) => {
          const no = (at * 7919) % 1_500
          lists.set(no, values)
          expected.set(no, values)
        })
        for (const [no, values] of expected) expect(lists.get(no)).toEqual(values)
      }),
    )
  })

  it('use the room of lists that went away', () => {
    const lists = new NumberLists()
    for (let round = 0; round < 500; round++) {
      for (let no = 0; no < 100; no++)
        lists.set(
          no,
          Array.from({ length: 1 + ((round + no) % 40) }, () => round),
        )
    }
    expect(lists.pool.length).toBeLessThan(70_000)
    expect(lists.get(99)).toEqual(Array.from({ length: 1 + ((499 + 99) % 40) }, () => 499))
  })

  it('know which records are live', () => {
    const columns = new DocColumns()
    const row = {
      id: 'x',
      date: null,
      prior: 0,
      sort: '',
      scopes: [0],
      dates: [],
      sorts: [],
      terms: [1],
      entries: [],
    }
    columns.set(5_000, row)
    columns.set(3, row)
    expect([...columns.all()]).toEqual([3, 5_000])
    columns.delete(5_000)
    columns.delete(5_000)
    expect([...columns.all()]).toEqual([3])
    expect(columns.count).toBe(1)
  })

  it('count the records that are not open to everybody', () => {
    const columns = new DocColumns()
    const row = { id: 'x', date: null, prior: 0, sort: '', dates: [], sorts: [], terms: [], entries: [] }
    columns.set(1, { ...row, scopes: [0, 4] })
    columns.set(2, { ...row, scopes: [4] })
    columns.set(3, { ...row, scopes: [] })
    expect([columns.closed, [1, 2, 3].filter((no) => columns.isClosed(no))]).toEqual([2, [2, 3]])
    columns.set(2, { ...row, scopes: [0] })
    columns.delete(3)
    expect(columns.closed).toBe(0)
  })
})

describe('texts', () => {
  it('are kept, ordered by code points and compared by beginning', () => {
    const texts = new TextLists()
    assert(
      property(array(string({ unit: 'grapheme', maxLength: 4 }), { minLength: 2, maxLength: 6 }), (list) => {
        list.forEach((text, no) => texts.set(no, text))
        expect(list.map((_, no) => texts.get(no))).toEqual(list)
        const [a = '', b = ''] = list
        expect(Math.sign(texts.compare(0, 1))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
        expect(texts.compareTo(0, bytesOf(b), true) === 0).toBe(a.startsWith(b))
        expect(texts.compareTo(0, bytesOf(b), false) === 0).toBe(a === b)
      }),
    )
  })
})

describe('sorted keys', () => {
  it('find by beginning whatever the order of arrival', () => {
    const texts = new TextLists()
    const keys = new SortedKeys(texts)
    texts.set(0, 'a')
    texts.set(1, 'b')
    keys.load(Uint32Array.from([0, 1]))
    for (let n = 0; n < 5_000; n++) {
      texts.set(n + 2, `k${(n * 7919) % 5_000}`)
      keys.add(n + 2)
    }
    const found: string[] = []
    keys.each('k49', true, (reference) => found.push(texts.get(reference)) > 0)
    expect(found.length).toBe(111)
    expect(found).toEqual(found.toSorted())
    const exact: number[] = []
    keys.eachEqual('a', (reference) => exact.push(reference))
    expect(exact).toEqual([0])
  })
  it('pass over stretches in which nothing weighs enough, and look again after a change', () => {
    const texts = new TextLists()
    const keys = new SortedKeys(texts)
    const weights = new Float64Array(5_000)
    for (let n = 0; n < weights.length; n++) {
      texts.set(n, `k${n}`)
      keys.add(n)
    }
    const heaviest = (changes: number): { best: number; visited: number } => {
      let [best, visited] = [-1, 0]
      const weight = (reference: number): number => weights[reference] ?? 0
      const floor = (): number => (best < 0 ? 0 : weight(best)) + 1
      keys.eachFrom('k', { weight, changes, floor }, (reference) => {
        visited++
        if (weight(reference) >= floor()) best = reference
      })
      return { best, visited }
    }
    weights[4_321] = 5
    expect(heaviest(1).best).toBe(4_321)
    weights[1_234] = 9
    const { best, visited } = heaviest(2)
    expect(best).toBe(1_234)
    expect(visited).toBeLessThanOrEqual(1_024)
    expect(heaviest(2)).toEqual({ best, visited })
  })
})
