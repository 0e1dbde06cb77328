/// <reference lib="dom" />
/** Keys of the editor that are pressed while the page has the focus: the window around hears them as its own. */
export function forwardKeys(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey && event.key !== 'F6') return
    const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event
    const again = new KeyboardEvent('keydown', {
      ...{ key, code, ctrlKey, metaKey, shiftKey, altKey },
      ...{ bubbles: true, cancelable: true },
    })
    if (!window.dispatchEvent(again)) event.preventDefault()
  })
}
