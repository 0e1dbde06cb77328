import { expect, it } from 'vitest'
import { currentLink } from './section.ts'

const links = ['/search?kind=book', '/search?kind=poem', '/search', '/libraries']

it.each([
  ['/', null],
  ['/search?kind=poem', '/search?kind=poem'],
  ['/search?q=x&kind=poem&page=2', '/search?kind=poem'],
  ['/search?kind=poem&kind=book', '/search'],
  ['/search?kind=audio', null],
  ['/search?q=x', '/search'],
  ['/libraries?region=33', '/libraries'],
  ['/item/x', null],
])('%s is in the section %s', (path, link) => {
  expect(currentLink(links, new URL(path, 'http://portal.test'))).toBe(link)
})
