/** The one hand on the browser's history: everybody who moves or listens goes through it. */
import type { AddressBar, AddressChange } from '@shuxiang/sdk/history'

/** What a navigation asks of the page when it arrives. */
export interface Departure extends AddressChange {
  /** Number of the entry in this tab's history that was left, and of the one arrived at. */
  readonly fromEntry: number
  readonly toEntry: number
}

export interface PortalAddressBar extends AddressBar {
  listen(listener: (change: Departure) => void): () => void
  /** Number of the present entry. */
  entry(): number
}

interface EntryState {
  readonly entry?: number
}

/** Take over a window's history. Entries are numbered in their state, so that a pop knows how far it went. */
export function addressBar(window: Window): PortalAddressBar {
  const { history, location } = window
  const listeners = new Set<(change: Departure) => void>()
  const address = (): string => `${location.pathname}${location.search}${location.hash}`
  const numbered = (): number | null => {
    const state: EntryState | null = history.state
    return typeof state?.entry === 'number' ? state.entry : null
  }
  let here = address()
  // The first entry of a document has a number that no other document of the tab gave: who comes anew was never here.
  let entry = numbered() ?? Date.now()
  history.scrollRestoration = 'manual'
  if (numbered() === null) history.replaceState({ ...history.state, entry }, '')

  function tell(change: Departure): void {
    for (const listener of [...listeners]) listener(change)
  }

  // On the prototype: single-spa replaces the window's own method and would hold our listener back until the former
  // application has left.
  EventTarget.prototype.addEventListener.call(window, 'popstate', () => {
    const to = address()
    if (to === here) return
    const from = here
    const fromEntry = entry
    here = to
    entry = numbered() ?? entry + 1
    if (numbered() === null) history.replaceState({ ...history.state, entry }, '')
    // A fragment of the same page is the browser's own affair.
    if (to.replace(/#.*$/s, '') === from.replace(/#.*$/s, '')) return
    tell({ to, from, kind: 'pop', delta: entry - fromEntry, source: null, fromEntry, toEntry: entry })
  })

  function move(kind: 'push' | 'replace', to: string, data: object, source: object | null): void {
    const from = here
    const fromEntry = entry
    here = new URL(to, location.href).href.slice(location.origin.length)
    if (kind === 'push') entry += 1
    // `here` is set before: single-spa answers a change of address with a popstate of its own.
    if (kind === 'push') history.pushState({ ...data, entry }, '', to)
    else history.replaceState({ ...data, entry }, '', to)
    if (here !== from || kind === 'push')
      tell({ to: here, from, kind, delta: 0, source, fromEntry, toEntry: entry })
  }

  return {
    current: () => here,
    state: () => ({ ...history.state }),
    entry: () => entry,
    push: (to, data, source) => move('push', to, data, source),
    replace: (to, data, source) => move('replace', to, data, source),
    go: (delta) => history.go(delta),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
