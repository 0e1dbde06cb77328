// What stands in `<main>`, without what an editor needs to find its way: marks around blocks, and the one that is chosen.
import type { FrameLocator, Page } from 'playwright-core'

export function drawnMain(on: Page | FrameLocator): Promise<string> {
  return on.locator('main').evaluate((main) => {
    const copy = document.importNode(main, true)
    const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT)
    const found: Node[] = []
    while (comments.nextNode()) found.push(comments.currentNode)
    for (const comment of found) comment.parentNode?.removeChild(comment)
    for (const marked of copy.querySelectorAll('[data-editor-chosen]'))
      marked.removeAttribute('data-editor-chosen')
    copy.normalize()
    return copy.innerHTML
  })
}
