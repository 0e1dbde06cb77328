/** A history for vue-router that shares the address bar: it hears and moves only inside its own addresses. */
import type { HistoryState, RouterHistory } from 'vue-router'

/** A change of the address, told by the shell to everybody who listens. */
export interface AddressChange {
  /** Path, query and fragment. */
  readonly to: string
  readonly from: string
  readonly kind: 'push' | 'replace' | 'pop'
  /** Entries moved in the browser's history; 0 where that is not known. */
  readonly delta: number
  /** Who made the change; a history does not hear itself. */
  readonly source: object | null
}

/** The shell's hand on the address bar. */
export interface AddressBar {
  current(): string
  state(): HistoryState
  push(to: string, data: HistoryState, source: object | null): void
  replace(to: string, data: HistoryState, source: object | null): void
  go(delta: number): void
  /** Hear every change; returns the way to stop. */
  listen(listener: (change: AddressChange) => void): () => void
}

type Listener = Parameters<RouterHistory['listen']>[0]
type Information = Parameters<Listener>[2]
type Kind = Information['type']
type Direction = Information['direction']

/**
 * vue-router's own web history answers every popstate of the window, so a second router, or one that was unmounted,
 * rewrites addresses that are not its own. This one ignores whatever `owns` does not accept, and passes a push to a
 * foreign address on to the shell unchanged.
 */
export function portalHistory(bar: AddressBar, owns: (address: string) => boolean): RouterHistory {
  const self = {}
  const listeners = new Set<Listener>()
  let here = bar.current()
  let silentPop = false

  const stop = bar.listen((change) => {
    if (change.source === self || !owns(change.to)) return
    const from = here
    here = change.to
    if (silentPop && change.kind === 'pop') {
      silentPop = false
      return
    }
    for (const listener of [...listeners]) listener(change.to, from, information(change))
  })

  return {
    base: '',
    get location() {
      return here
    },
    get state() {
      return bar.state()
    },
    push(to, data = {}) {
      if (owns(to)) here = to
      bar.push(to, data, self)
    },
    replace(to, data = {}) {
      if (owns(to)) here = to
      bar.replace(to, data, self)
    },
    go(delta, triggerListeners = true) {
      if (!triggerListeners) silentPop = true
      bar.go(delta)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    createHref: (location) => location,
    destroy() {
      listeners.clear()
      stop()
    },
  }
}

/**
 * What vue-router wants to know of a change. Its enums are erased here: this file runs in the shell, which must not
 * load vue-router for a page without a microfrontend.
 */
function information(change: AddressChange): Information {
  const direction = change.delta < 0 ? 'back' : change.delta > 0 ? 'forward' : ''
  return {
    type: (change.kind === 'pop' ? 'pop' : 'push') as Kind,
    direction: direction as Direction,
    delta: change.delta,
  }
}
