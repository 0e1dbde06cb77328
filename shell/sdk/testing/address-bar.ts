/** An address bar without a browser, as the shell's: everybody hears every change but the one who made it. */
import type { AddressBar, AddressChange } from '../history.ts'

export interface TestAddressBar extends AddressBar {
  /** Every address that was pushed or replaced, in order. */
  readonly visited: readonly string[]
}

export function testAddressBar(start: string): TestAddressBar {
  const visited = [start]
  const listeners = new Set<(change: AddressChange) => void>()
  let here = start
  function move(to: string, kind: AddressChange['kind'], source: object | null): void {
    const from = here
    here = to
    visited.push(to)
    for (const listener of [...listeners]) listener({ to, from, kind, delta: 0, source })
  }
  return {
    visited,
    current: () => here,
    state: () => ({}),
    push: (to, _data, source) => move(to, 'push', source),
    replace: (to, _data, source) => move(to, 'replace', source),
    go() {},
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
