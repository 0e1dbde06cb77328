/** One key leads to the search box of the page, wherever the reader is; who writes, writes it. */

/** Where a key is a character, or may lead nowhere behind what lies over the page. */
const WRITTEN = 'input, textarea, select, [contenteditable], dialog'

/**
 * The masthead's box or the sign in its place; both are hidden where the page has a box of its own, which then has it.
 * `data-keys="off"` at the root is a reader's wish (WCAG 2.2, 2.1.4): some speak, and some hold keys by mistake.
 */
export function followSearchKey(document: Document): void {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.documentElement.dataset['keys'] || (target as Element).closest(WRITTEN)) return
    for (const box of document.querySelectorAll<HTMLElement>('.find [title], main .ask [name=q]')) {
      box.focus()
      if (document.activeElement !== box) continue
      event.preventDefault()
      return
    }
  })
}
