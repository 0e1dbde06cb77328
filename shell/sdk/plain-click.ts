/** When a press of a link means "go there, here". */

/** True for a plain press of the main button; anything else (new tab, download, menu) is the browser's. */
export function isPlainClick(event: MouseEvent): boolean {
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey
  )
}
