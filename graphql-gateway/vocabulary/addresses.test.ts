import { describe, expect, it } from 'vitest'
import { chapterAddress, facetAddress, recordAddress, searchAddress, worksAddress } from './addresses.ts'

describe('the address of a record', () => {
  it('names the record, its chapter and how it is set', () => {
    expect(recordAddress('p4k7m2')).toBe('/item/p4k7m2')
    expect(recordAddress('a/b c\ud800')).toBe('/item/a%2Fb%20c%EF%BF%BD')
    expect(chapterAddress('b1', 3)).toBe('/item/b1?part=3')
    expect(recordAddress('b1', { part: null, layout: 'vertical' })).toBe('/item/b1?layout=vertical')
    expect(recordAddress('b1', { part: 2, layout: 'horizontal' })).toBe('/item/b1?part=2&layout=horizontal')
    expect(recordAddress('b1', { members: 20 })).toBe('/item/b1?members=20')
    expect(recordAddress('b1', { members: 0 })).toBe('/item/b1')
  })
})

describe('the address of a search', () => {
  it('is short where everything is usual', () => {
    expect(searchAddress()).toBe('/search')
    expect(searchAddress({ query: '', filters: {}, sort: 'relevance', page: 1 })).toBe('/search')
  })

  it('is one for equal searches', () => {
    const filters = { language: ['zh'], made: ['x'], kind: ['poem', 'book'], actor: ['y'] }
    expect(searchAddress({ page: 2, sort: 'title', filters, query: 'a b' })).toBe(
      '/search?q=a+b&kind=poem&kind=book&language=zh&actor=y&made=x&sort=title&page=2',
    )
  })

  it('says that a query is to be taken as it stands', () => {
    expect(searchAddress({ query: 'a', literal: true, page: 2 })).toBe('/search?q=a&literal=1&page=2')
    expect(searchAddress({ query: '', literal: true })).toBe('/search')
  })

  it('narrows to one value, and to the works of a person', () => {
    expect(facetAddress('library', 'nlc')).toBe('/search?library=nlc')
    expect(worksAddress('person:li-bai')).toBe('/search?author=person%3Ali-bai')
  })
})
