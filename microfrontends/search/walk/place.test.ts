// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { keepPlace, placeOfRecord } from './place.ts'

beforeEach(() => sessionStorage.clear())

describe('the result that a reader went to', () => {
  it('is known to its own record only', () => {
    const place = { search: '/search?q=月', id: 'p1', at: 2 }
    keepPlace(place)
    expect(placeOfRecord('p1')).toEqual(place)
    expect(placeOfRecord('p2')).toBeNull()
  })

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"search":"//evil.test","id":"p1","at":0}',
    '{"search":"/search","id":"p1","at":-1}',
    '{"search":"/search","id":"p1","at":1e9}',
  ])('is none in a storage that holds %s', (text) => {
    sessionStorage.setItem('shuxiang-result', text)
    expect(placeOfRecord('p1')).toBeNull()
  })
})
