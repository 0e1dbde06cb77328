/// <reference lib="dom" />
/**
 * While something is dragged, slots that would take it and are empty have a box on the page: readers see nothing there, so there
 * would be nothing to aim at.
 */
import { blockNodes } from '../../canvas/block-nodes.ts'
import type { OpenPlace } from './messages.ts'
import { slotKey } from './places.ts'

export interface Box {
  readonly element: HTMLElement
  /** The block that it is in. */
  readonly of: string
  readonly key: string
}

const name = 'editor-empty-place'
const sheets = new WeakSet<Document>()
/** Colours of the system, as the theme of the page may be anything. */
const rules = `.${name}{min-block-size:4rem;display:grid;place-items:center;padding:.5rem;border:2px dashed Highlight;background:Canvas;color:CanvasText;font:1rem/1.5 system-ui}`

export function openBoxes(body: HTMLElement, places: readonly OpenPlace[]): readonly Box[] {
  const document = body.ownerDocument
  const view = document.defaultView
  if (view && !sheets.has(document)) {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    sheets.add(document)
  }
  const nodes = blockNodes(body)
  return places.flatMap((place): Box[] => {
    if (place.parent === null || place.empty === null) return []
    const element = document.createElement('div')
    element.className = name
    element.textContent = place.empty
    const [first] = nodes.get(place.parent) ?? []
    if (first) roomIn(first).append(element)
    else endOf(body, place.parent)?.before(element)
    return element.isConnected ? [{ element, of: place.parent, key: slotKey(place) }] : []
  })
}

/** Innermost of the elements that are a frame around the rest and nothing else, beside the columns that there are. */
function roomIn(element: Element): Element {
  const [only, other] = element.children
  return only && !other && only.tagName === 'DIV' && !holdsBlocks(only) ? roomIn(only) : element
}

const holdsBlocks = (element: Element): boolean =>
  [...element.childNodes].some(
    (node) => node.nodeType === Node.COMMENT_NODE && node.nodeValue?.startsWith('block '),
  )

/** A block that draws nothing stands between its comments. */
function endOf(body: HTMLElement, id: string): ChildNode | null {
  const comments = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  for (let node = comments.nextNode(); node; node = comments.nextNode())
    if (node.nodeValue === `block ${id}`)
      for (let next = node.nextSibling; next; next = next.nextSibling)
        if (next.nodeType === Node.COMMENT_NODE) return next
  return null
}
