/** Places for what microfrontends offer: only what a block wrote is one, and nothing else of the page changes. */
import { expect, test } from 'vitest'
import { html } from './html.ts'
import { isOfferName, offerPlace, offersIn, withOffers } from './offer-place.ts'

const shelf = { offer: 'account/shelf', named: true, level: 3 }

test('what a block wrote is found, with all that it said', () => {
  const page = `<p>a</p>${offerPlace(shelf)}<p>b</p>${offerPlace({ ...shelf, named: false, level: 2 })}`
  const told: object[] = []
  const filled = withOffers(page, (place) => {
    told.push(place)
    return `<b>${told.length}</b>$&`
  })
  expect(told).toEqual([shelf, { ...shelf, named: false, level: 2 }])
  expect(filled).toBe('<p>a</p><b>1</b>$&<p>b</p><b>2</b>$&')
  expect(offersIn(page)).toEqual(['account/shelf'])
})

test('text that looks like a place is text', () => {
  const text = offerPlace(shelf).toString()
  const page = html`<p title="${text}">${text}</p>`.toString()
  expect(offersIn(page)).toEqual([])
  expect(withOffers(page, () => 'x')).toBe(page)
})

test.each(['', 'shelf', 'account/', '/shelf', 'a/b/c', '../x', 'Account/shelf', 'account/sh"elf', 'a/b\n'])(
  'names no offer: %j',
  (offer) => {
    expect(isOfferName(offer)).toBe(false)
    expect(offerPlace({ ...shelf, offer }).toString()).toBe('')
  },
)
