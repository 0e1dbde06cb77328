/// <reference lib="dom" />
/** Makes the content of an element what another's is, touching only what is other: pictures stay loaded, nothing jumps. */

const isText = (node: Node): boolean =>
  node.nodeType === Node.TEXT_NODE || node.nodeType === Node.COMMENT_NODE

function isAlike(one: Node, other: Node): boolean {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName
}

/** `next` is used up: its nodes move over. */
export function patch(now: Element, next: Element): void {
  const former = [...now.childNodes]
  const wanted = [...next.childNodes]
  // What is the same at the end stays where it is, so that a block put in between moves nobody.
  let tail = 0
  while (
    tail < Math.min(former.length, wanted.length) &&
    former[former.length - 1 - tail]?.isEqualNode(wanted[wanted.length - 1 - tail] ?? null)
  )
    tail += 1
  const [olds, news] = [former.slice(0, former.length - tail), wanted.slice(0, wanted.length - tail)]
  const before = former[former.length - tail] ?? null
  news.forEach((node, n) => {
    const old = olds[n]
    if (old === undefined) now.insertBefore(node, before)
    else if (!old.isEqualNode(node)) replace(now, old, node)
  })
  for (const old of olds.slice(news.length)) old.remove()
}

function replace(parent: Element, old: Node, node: Node): void {
  if (!isAlike(old, node)) {
    parent.replaceChild(node, old)
    return
  }
  if (isText(old)) {
    old.nodeValue = node.nodeValue
    return
  }
  if (!isElement(old) || !isElement(node)) return
  for (const { name } of [...old.attributes]) if (!node.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of node.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  patch(old, node)
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE
