/// <reference lib="dom" />
/** Where blocks are in a drawn page, by the comments around them. */

/**
 * Elements of each block, topmost ones only, by its id; those of blocks inside of it are inside of them. A block may stand
 * between several pairs of comments.
 */
export function blockNodes(root: Element): ReadonlyMap<string, readonly Element[]> {
  const found = new Map<string, Element[]>()
  const comments = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT)
  for (let node = comments.nextNode(); node; node = comments.nextNode()) {
    const id = /^block (.+)$/.exec(node.nodeValue ?? '')?.[1]
    if (id === undefined) continue
    const elements: Element[] = []
    let depth = 0
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      if (next.nodeType === Node.COMMENT_NODE) {
        if (next.nodeValue?.startsWith('block ')) depth += 1
        else if (next.nodeValue === '/block') {
          if (depth === 0) break
          depth -= 1
        }
      } else if (next.nodeType === Node.ELEMENT_NODE && depth === 0 && 'tagName' in next)
        elements.push(next as Element)
    }
    found.set(id, [...(found.get(id) ?? []), ...elements])
  }
  return found
}

/** The innermost block around a node. */
export function blockAround(
  nodes: ReadonlyMap<string, readonly Element[]>,
  target: Node | null,
): string | null {
  let innermost: { readonly id: string; readonly element: Element } | null = null
  for (const [id, elements] of nodes)
    for (const element of elements)
      if (element.contains(target) && (innermost === null || innermost.element.contains(element)))
        innermost = { id, element }
  return innermost?.id ?? null
}
