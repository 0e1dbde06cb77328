/** Keeps what was read in the browser's local storage, and nowhere else. All tabs of the site see the same. */
import type { Change } from './changes.ts'
import { NO_SUGGESTIONS, READING_HISTORY, READING_HISTORY_OFF } from './kept-as.ts'
import { EMPTY, readHistory, written, type ReadingHistory } from './opened.ts'

const CHANGED = 'shuxiang:reading-history'

/** The browser's parts that it needs. */
export type ReadingWindow = Pick<
  Window,
  'localStorage' | 'addEventListener' | 'removeEventListener' | 'dispatchEvent'
>

/** Whether anything is kept; null when the browser keeps nothing for the site. */
export function keepsReading({ localStorage }: Pick<Window, 'localStorage'>): boolean | null {
  try {
    return localStorage.getItem(READING_HISTORY_OFF) === null
  } catch {
    return null
  }
}

/** What a reader sees of it: what a guest read here, and what they read themselves (`Session.reader`; null for a guest). */
export function readingOf(window: Pick<Window, 'localStorage'>, reader: string | null): ReadingHistory {
  const history = everything(window)
  return { ...history, opened: history.opened.filter((one) => one.reader === null || one.reader === reader) }
}

function everything({ localStorage }: Pick<Window, 'localStorage'>): ReadingHistory {
  try {
    return readHistory(localStorage.getItem(READING_HISTORY))
  } catch {
    return EMPTY
  }
}

/** Reads, changes and writes at once, so that two tabs do not write over each other. False: it could not be kept. */
export function changeReading(window: ReadingWindow, change: Change): boolean {
  if (keepsReading(window) !== true) return false
  const before = everything(window)
  const after = change(before)
  if (after === before) return true
  try {
    const isEmpty = after.opened.length + after.unwanted.length + after.like.length === 0
    if (isEmpty) window.localStorage.removeItem(READING_HISTORY)
    else window.localStorage.setItem(READING_HISTORY, written(after))
  } catch {
    return false
  }
  // The browser tells other tabs only.
  window.dispatchEvent(new Event(CHANGED))
  return true
}

/** Off: what was kept is gone at once, and nothing is kept from now on. False: it could not be done. */
export function turnReading(window: ReadingWindow, on: boolean): boolean {
  try {
    if (on) window.localStorage.removeItem(READING_HISTORY_OFF)
    else {
      window.localStorage.setItem(READING_HISTORY_OFF, '1')
      window.localStorage.removeItem(READING_HISTORY)
    }
  } catch {
    return false
  }
  window.dispatchEvent(new Event(CHANGED))
  return true
}

export function wantsSuggestions({ localStorage }: Pick<Window, 'localStorage'>): boolean {
  try {
    return localStorage.getItem(NO_SUGGESTIONS) === null
  } catch {
    return false
  }
}

export function turnSuggestions(window: ReadingWindow, on: boolean): boolean {
  try {
    if (on) window.localStorage.removeItem(NO_SUGGESTIONS)
    else window.localStorage.setItem(NO_SUGGESTIONS, '1')
  } catch {
    return false
  }
  window.dispatchEvent(new Event(CHANGED))
  return true
}

/** Calls back after each change, in whichever tab; the function that it gives ends that. */
export function onReading(window: ReadingWindow, changed: () => void): () => void {
  const stored = ({ key }: StorageEvent): void => {
    if (key === null || key.startsWith(READING_HISTORY)) changed()
  }
  window.addEventListener(CHANGED, changed)
  window.addEventListener('storage', stored)
  return () => {
    window.removeEventListener(CHANGED, changed)
    window.removeEventListener('storage', stored)
  }
}
