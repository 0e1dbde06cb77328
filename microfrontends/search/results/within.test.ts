import { describe, expect, it } from 'vitest'
import { searchAddress } from '@shuxiang/sdk/addresses'
import { rawQueryOf } from '@shuxiang/sdk/testing'
import { readAddress } from '../address/search-address.ts'
import { askedQuery, outOf, placeOf } from './within.ts'

const at = (address: string) => readAddress(rawQueryOf(address))

describe('a search in one place', () => {
  it.each([
    ['/search?q=仁&within=lunyu&period=tang', '/search?within=lunyu'],
    ['/search?q=月&author=p1&kind=poem', '/search?author=p1'],
    ['/search?collection=sishu&author=p1', '/search?author=p1&collection=sishu'],
  ])('of %s is %s', (address, place) => {
    const found = placeOf(at(address))
    expect(found && searchAddress(found)).toBe(place)
  })

  it.each([
    '/search?q=月',
    '/search?author=p1&author=p2',
    '/search?within=../x',
    '/search?within=a%20OR%20b',
  ])('%s is everywhere', (address) => expect(placeOf(at(address))).toBeNull())

  it('keeps the question on the way out', () => {
    expect(searchAddress(outOf(at('/search?q=月&within=lunyu&author=p1&kind=poem&page=3')))).toBe(
      `/search?q=${encodeURIComponent('月')}&kind=poem`,
    )
  })

  it('asks for the words and the work together', () => {
    expect(askedQuery({ query: '仁 义' })).toBe('仁 义')
    expect(askedQuery({ query: '仁 义', within: 'lunyu' })).toBe('id:lunyu 仁 义')
    expect(askedQuery({ query: '仁 OR 义', within: 'lunyu' })).toBe('id:lunyu (仁 OR 义)')
    expect(askedQuery({ query: '', within: 'lunyu' })).toBe('id:lunyu')
  })
})
