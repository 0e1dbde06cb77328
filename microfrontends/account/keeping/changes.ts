/** Tells everything on this page that what is kept has changed: the page and the buttons are apps of their own. */

const CHANGED = 'shuxiang:my-library'

/** The browser's parts that it needs. */
export type ChangeWindow = Pick<Window, 'addEventListener' | 'removeEventListener' | 'dispatchEvent'>

export function announceChange(window: ChangeWindow): void {
  window.dispatchEvent(new Event(CHANGED))
}

/** The function that it gives ends it. */
export function onChange(window: ChangeWindow, changed: () => void): () => void {
  window.addEventListener(CHANGED, changed)
  return () => window.removeEventListener(CHANGED, changed)
}
