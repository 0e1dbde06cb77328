import { describe, expect, it } from 'vitest'
import { portalHistory, type AddressBar, type AddressChange } from './history.ts'

/** An address bar with a stack of entries. */
function fakeBar(start: string): AddressBar & { pop(delta: number): void; readonly entries: string[] } {
  const entries = [start]
  let at = 0
  const listeners = new Set<(change: AddressChange) => void>()
  const tell = (change: AddressChange): void => listeners.forEach((listener) => listener(change))
  return {
    entries,
    current: () => entries[at] ?? '',
    state: () => ({}),
    push(to, _data, source) {
      const from = entries[at] ?? ''
      entries.splice(++at, entries.length, to)
      tell({ to, from, kind: 'push', delta: 0, source })
    },
    replace(to, _data, source) {
      const from = entries[at] ?? ''
      entries[at] = to
      tell({ to, from, kind: 'replace', delta: 0, source })
    },
    go(delta) {
      this.pop(delta)
    },
    pop(delta) {
      const from = entries[at] ?? ''
      at += delta
      tell({ to: entries[at] ?? '', from, kind: 'pop', delta, source: null })
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
const ownsSearch = (address: string): boolean => address.startsWith('/search')

describe('the history of one microfrontend', () => {
  it('hears moves of others inside its addresses, and not its own', () => {
    const bar = fakeBar('/search')
    const history = portalHistory(bar, ownsSearch)
    const heard: string[] = []
    history.listen(
      (to, from, { type, direction, delta }) => void heard.push([to, from, type, direction, delta].join(' ')),
    )
    history.push('/search?q=1')
    bar.push('/search?q=2', {}, null)
    bar.pop(-2)
    expect(heard).toEqual(['/search?q=2 /search?q=1 push  0', '/search /search?q=2 pop back -2'])
  })

  it('ignores whatever is outside and never rewrites it', () => {
    const bar = fakeBar('/search?q=1')
    const history = portalHistory(bar, ownsSearch)
    const heard: string[] = []
    history.listen((to) => void heard.push(to))
    bar.push('/reading', {}, null)
    expect(heard).toEqual([])
    expect(history.location).toBe('/search?q=1')
    expect(bar.entries).toEqual(['/search?q=1', '/reading'])
  })

  it('two of them on a page do not hear each other', () => {
    const bar = fakeBar('/search')
    const one = portalHistory(bar, ownsSearch)
    const other = portalHistory(bar, (address) => address.startsWith('/reading'))
    const heard: string[] = []
    other.listen((to) => void heard.push(to))
    one.push('/search?page=2')
    expect(heard).toEqual([])
    expect(other.location).toBe('/search')
  })

  it('hands a foreign address to the shell unchanged', () => {
    const bar = fakeBar('/search')
    portalHistory(bar, ownsSearch).push('/item/1')
    expect(bar.entries).toEqual(['/search', '/item/1'])
  })

  it('is silent once when the router itself takes a step back', () => {
    const bar = fakeBar('/search?a')
    const history = portalHistory(bar, ownsSearch)
    const heard: string[] = []
    history.listen((to) => void heard.push(to))
    history.push('/search?b')
    history.go(-1, false)
    bar.pop(1)
    expect(heard).toEqual(['/search?b'])
  })

  it('hears nothing after it was destroyed', () => {
    const bar = fakeBar('/search')
    const history = portalHistory(bar, ownsSearch)
    const heard: string[] = []
    history.listen((to) => void heard.push(to))
    history.destroy()
    bar.push('/search?q=1', {}, null)
    expect(heard).toEqual([])
  })
})
