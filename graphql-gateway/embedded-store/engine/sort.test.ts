import { describe, expect, it } from 'vitest'
import { compileSort } from './sort.ts'
import { documentOf, type Document, type Value } from '../bson/values.ts'

const a = (value: Value): Document => documentOf(['a', value])
const item = (b: Value, c: Value): Document => documentOf(['b', b], ['c', c])

describe('sorts', () => {
  it('take the least element upwards and the greatest downwards, an empty array before null', () => {
    const documents = [a([5, 1]), a(3), a([]), a(null), documentOf(), a('x')]
    const up = documents.toSorted(compileSort(documentOf(['a', 1])).compare)
    expect(up.map((document) => document.get('a'))).toEqual([[], null, undefined, [5, 1], 3, 'x'])
    const down = documents.toSorted(compileSort(documentOf(['a', -1])).compare)
    expect(down.map((document) => document.get('a'))).toEqual(['x', [5, 1], 3, null, undefined, []])
  })

  it('take the parts of a compound key from one element', () => {
    const sort = compileSort(documentOf(['a.b', 1], ['a.c', 1]))
    expect(sort.keyOf(a([item(1, 9), item(2, 1)]))).toEqual([1, 9])
    expect(sort.compare(a([item(1, 9), item(2, 1)]), a([item(1, 5)]))).toBeGreaterThan(0)
  })

  it('refuse parallel arrays', () => {
    const sort = compileSort(documentOf(['a', 1], ['b', 1]))
    expect(() => sort.keyOf(documentOf(['a', [1]], ['b', [2]]))).toThrow(/parallel arrays/)
  })

  it.each([
    [documentOf(['a', 2]), 15975],
    [documentOf(['a', 'x']), 15974],
    [documentOf(['a', documentOf(['$meta', 'textScore'])]), 115],
    [documentOf(['$natural', 1]), 2],
    [documentOf(['a.', 1]), 40353],
  ])('refuse wrong keys', (spec, code) => {
    expect(() => compileSort(spec)).toThrow(expect.objectContaining({ code }))
  })
})
