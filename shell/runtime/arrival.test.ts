// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Departure, PortalAddressBar } from './address-bar.ts'
import { createArrival } from './arrival.ts'

beforeEach(() => {
  document.body.innerHTML =
    '<main id="main" tabindex="-1"><a href="/two">On</a></main><div id="announcer"></div>'
})
afterEach(() => {
  document.body.innerHTML = ''
})

/** A page with a form takes the place of the one with the link that was pressed. */
function opened({ stays = false } = {}) {
  const content = '<h1>Filing numbers</h1><input id="number">'
  const listeners: ((change: Departure) => void)[] = []
  const bar: PortalAddressBar = {
    current: () => '/two',
    state: () => ({}),
    entry: () => 1,
    push: () => {},
    replace: () => {},
    go: () => {},
    listen(listener) {
      listeners.push(listener)
      return () => {}
    },
  }
  const arrival = createArrival(window, bar)
  element('a').focus()
  for (const tell of listeners)
    tell({ to: '/two', from: '/one', kind: 'push', delta: 0, source: null, fromEntry: 0, toEntry: 1 })
  // The link is in a list that stays, or goes with its page.
  if (stays) element('#main').insertAdjacentHTML('beforeend', content)
  else element('#main').innerHTML = content
  return arrival
}
function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}
/** An arrival is settled after the second frame. */
async function settled(arrival: ReturnType<typeof createArrival>): Promise<void> {
  arrival.settle()
  for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve))
}

test('the heading of the new page takes the focus', async () => {
  await settled(opened())
  expect(document.activeElement?.tagName).toBe('H1')
})

test('who went on before the page has settled stays where they are', async () => {
  const arrival = opened()
  element('#number').focus()
  await settled(arrival)
  expect(document.activeElement?.id).toBe('number')
})

test('a link that stays where it was pressed keeps the focus from nowhere', async () => {
  const arrival = opened({ stays: true })
  await settled(arrival)
  expect(document.activeElement?.tagName).toBe('H1')
})
