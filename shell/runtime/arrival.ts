/** What a reader is owed after a navigation: focus in the new page, its title said, the scroll where it belongs. */
import type { Departure, PortalAddressBar } from './address-bar.ts'
import { pathOf } from './addresses.ts'
import { describeLink, findLink, type LeftLink } from './left-link.ts'

export interface Arrival {
  /** The new page stands, or enough of it: finish the arrival under way, if any. */
  settle(): void
  /** What is to be said of the page arrived at, once it is there: "opened" with its title, or only its title. */
  opened(sentence: string): void
  announce(text: string): void
  /** The arrival under way ends at this height; without one, the page goes there now. */
  scrollTo(top: number): void
}

/** How long content may take to grow to the height it had, milliseconds. */
const RESTORE_WITHIN = 1_500
/** An arrival that nobody settles is finished after this. */
const SETTLE_WITHIN = 2_000
/** How long a heading that is replaced hands its focus on, milliseconds. */
const KEEP_FOCUS = 4_000
/** Sentences that come within this many milliseconds are said together: a later one would cut off the former. */
const TOGETHER = 50
const STORE = 'shuxiang-scroll'

/** Follow the address bar. */
export function createArrival(window: Window, bar: PortalAddressBar): Arrival {
  const { document } = window
  const places = readPlaces(window)
  /** By entry of the history: the link that led away from it. */
  const left = new Map<number, LeftLink>()
  let pressed: Element | null = null
  let pending: Departure | null = null
  let quiet = false
  /** Where the focus was when the address changed. */
  let focusedThen: Element | null = null
  /** The reader is still owed the sentence of the page arrived at. */
  let owed = false
  let sentence: string | null = null
  let saying: string[] = []
  /** Where the arrival under way ends. */
  let owedTop = 0

  function announce(text: string): void {
    const announcer = document.getElementById('announcer')
    if (!announcer) return
    saying.push(text)
    if (saying.length > 1) return
    // The same words twice are said only when the region was empty between.
    announcer.textContent = ''
    window.setTimeout(() => {
      announcer.textContent = saying.join(' ')
      saying = []
    }, TOGETHER)
  }

  /** After both: the arrival is finished, and the page has said what it is. */
  function sayOpened(): void {
    if (!owed || pending !== null || sentence === null) return
    announce(sentence)
    owed = false
  }

  function finish(change: Departure): void {
    const main = document.getElementById('main')
    // Who is quicker than the arrival keeps the focus where they took it: what they type goes where they see it go.
    const taken = main?.querySelector(':focus:not(h1)')
    if (!quiet && main && (!taken || taken === focusedThen)) {
      const link = change.kind === 'pop' ? left.get(change.toEntry) : undefined
      const back = (): HTMLElement | null => (link ? findLink(main, link) : null)
      const heading = main.querySelector<HTMLElement>('h1') ?? main
      const target = back() ?? heading
      if (target === heading) heading.tabIndex = -1
      target.focus({ preventScroll: true })
      keepFocus(window, main, target, back)
    }
    sayOpened()
    if (change.kind === 'pop') restore(places.get(change.toEntry) ?? 0)
    else if (!quiet) restore(owedTop)
    owedTop = 0
  }

  function restore(top: number): void {
    const began = performance.now()
    let last = -1
    const step = (): void => {
      // A reader who scrolls meanwhile knows better.
      if (last >= 0 && Math.abs(window.scrollY - last) > 2) return
      window.scrollTo(0, top)
      last = window.scrollY
      if (Math.abs(last - top) > 2 && performance.now() - began < RESTORE_WITHIN)
        window.requestAnimationFrame(step)
    }
    step()
  }

  // A press of Enter on a link is a click as well. It is over when the address has changed.
  document.addEventListener(
    'click',
    ({ target }) => {
      pressed = target instanceof Element ? target.closest('a[href]') : null
      window.setTimeout(() => (pressed = null))
    },
    { capture: true },
  )
  bar.listen((change) => {
    places.set(change.fromEntry, window.scrollY)
    const main = document.getElementById('main')
    const link = main && change.kind === 'push' ? describeLink(main, pressed) : null
    if (link) left.set(change.fromEntry, link)
    else if (change.kind === 'push') left.delete(change.fromEntry)
    // A microfrontend that only changes its query (a filter) keeps the reader where they are.
    quiet = change.source !== null && pathOf(change.to) === pathOf(change.from)
    if (change.kind === 'replace' && quiet) return
    owed = !quiet
    sentence = null
    pending = change
    focusedThen = document.activeElement
    window.setTimeout(() => {
      if (pending === change) settleNow()
    }, SETTLE_WITHIN)
  })
  window.addEventListener('pagehide', () => {
    places.set(bar.entry(), window.scrollY)
    writePlaces(window, places)
  })
  const reloaded = places.get(bar.entry())
  if (reloaded !== undefined && reloaded > 0) restore(reloaded)

  function settleNow(): void {
    const change = pending
    pending = null
    if (change) finish(change)
  }

  return {
    announce,
    opened(text) {
      sentence = text
      sayOpened()
    },
    scrollTo(top) {
      if (pending === null) restore(top)
      else owedTop = top
    },
    // After the frame in which the content is put into the document.
    settle: () => void window.requestAnimationFrame(() => window.requestAnimationFrame(settleNow)),
  }
}

/**
 * Content may still bring or replace what has the focus (a skeleton its heading, a list the link that is awaited): the
 * focus follows instead of falling out.
 */
function keepFocus(
  window: Window,
  main: HTMLElement,
  focused: HTMLElement,
  awaited: () => HTMLElement | null,
): void {
  const { document } = window
  let held = focused
  const observer = new MutationObserver(() => {
    const link = awaited()
    const better = link ?? main.querySelector<HTMLElement>('h1')
    const lost = !held.isConnected && document.activeElement === document.body
    const early = held !== better && document.activeElement === held && (held === main || link !== null)
    if (!lost && (!early || better === null)) return
    held = better ?? main
    if (held !== link) held.tabIndex = -1
    held.focus({ preventScroll: true })
  })
  observer.observe(main, { childList: true, subtree: true })
  window.setTimeout(() => observer.disconnect(), KEEP_FOCUS)
}

function readPlaces(window: Window): Map<number, number> {
  try {
    const value: unknown[] = JSON.parse(window.sessionStorage.getItem(STORE) ?? '[]')
    return new Map(
      value.filter((pair): pair is [number, number] => Array.isArray(pair) && pair.every(Number.isFinite)),
    )
  } catch {
    // Storage may be forbidden, or hold no list; then a reload begins at the top.
    return new Map()
  }
}

function writePlaces(window: Window, places: ReadonlyMap<number, number>): void {
  try {
    window.sessionStorage.setItem(STORE, JSON.stringify([...places].slice(-100)))
  } catch {
    // As above.
  }
}
