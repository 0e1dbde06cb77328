import { describe, expect, it } from 'vitest'
import { searchLedTo } from './search-led-to.ts'

describe('what a link to a search asks for', () => {
  it('is its words and its filters, not how they are shown', () => {
    expect(searchLedTo('/search?q=明月&subject=a&subject=b&kind=poem&sort=popular&page=2')).toEqual({
      query: '明月',
      filter: [
        { name: 'subject', anyOf: ['a', 'b'] },
        { name: 'kind', anyOf: ['poem'] },
      ],
    })
  })

  it.each(['/libraries', 'page:about', '/search/advanced?q=1', 'https://example.org/search?q=1'])(
    'is nothing for %s',
    (target) => {
      expect(searchLedTo(target)).toBeNull()
    },
  )
})
