/// <reference lib="dom" />
/**
 * What somebody pastes, of Word, WeChat or any page, as a text of the model: its words, and of its marks those that the model
 * has. Everything else is dropped: styles, scripts, pictures, addresses that lead nowhere. Reads only; the document may be
 * hostile and must be one in which nothing runs.
 */
import { localeTag, type Mark, type RichNode, type Run } from '@shuxiang/site-model'
import { safeUrl } from '@shuxiang/site-render'

const skipped = new Set([
  ...['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'SVG', 'MATH', 'HEAD', 'META'],
  ...['LINK', 'TITLE', 'SELECT', 'TEXTAREA', 'BUTTON', 'INPUT', 'IMG', 'VIDEO', 'AUDIO', 'CANVAS', 'XMP'],
])
const blocks = new Set([
  ...['P', 'DIV', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'ASIDE', 'NAV', 'FIGURE', 'FIGCAPTION'],
  ...[
    'TABLE',
    'TBODY',
    'THEAD',
    'TFOOT',
    'TR',
    'TD',
    'TH',
    'DL',
    'DT',
    'DD',
    'PRE',
    'ADDRESS',
    'FORM',
    'HR',
    'BODY',
  ],
])
/** Elements that are looked at: a paste may be as large as it likes. */
const mostElements = 20_000
const deepest = 200

interface Reading {
  readonly nodes: RichNode[]
  readonly runs: Run[]
  kind: 'paragraph' | 'quote' | 2 | 3
  left: number
}

export function richFromDom(root: Element): RichNode[] {
  const reading: Reading = { nodes: [], runs: [], kind: 'paragraph', left: mostElements }
  readInto(reading, root, [], 0)
  end(reading)
  return reading.nodes
}

/** Ends the paragraph that is being read; one without words is none. */
function end(reading: Reading): void {
  const runs = tidy(reading.runs.splice(0))
  if (runs.length === 0) return
  const { kind } = reading
  reading.nodes.push(
    kind === 'paragraph' || kind === 'quote' ? { type: kind, runs } : { type: 'heading', level: kind, runs },
  )
}

function readInto(reading: Reading, node: Node, marks: readonly Mark[], depth: number): void {
  for (const child of node.childNodes) {
    if (--reading.left < 0 || depth > deepest) return
    if (child.nodeType === Node.TEXT_NODE) {
      const text = (child.nodeValue ?? '').replace(/[\s\u200b\ufeff]+/gu, ' ')
      if (text !== '') reading.runs.push({ text, ...(marks.length > 0 ? { marks: [...marks] } : {}) })
    } else if (isElement(child)) readElement(reading, child, marks, depth + 1)
  }
}

function readElement(reading: Reading, element: Element, marks: readonly Mark[], depth: number): void {
  const name = element.nodeName.toUpperCase()
  if (skipped.has(name) || isHidden(element)) return
  if (name === 'BR') return end(reading)
  if (name === 'UL' || name === 'OL') return readList(reading, element, name === 'OL', marks, depth)
  const level = /^H([1-6])$/.exec(name)?.[1]
  if (level !== undefined || name === 'BLOCKQUOTE' || blocks.has(name)) {
    end(reading)
    const before = reading.kind
    if (level !== undefined) reading.kind = Number(level) <= 2 ? 2 : 3
    else if (name === 'BLOCKQUOTE') reading.kind = 'quote'
    readInto(reading, element, marks, depth)
    end(reading)
    reading.kind = before
    return
  }
  readInto(reading, element, [...marks, ...marksOf(element, name, marks)], depth)
}

function readList(
  reading: Reading,
  list: Element,
  ordered: boolean,
  marks: readonly Mark[],
  depth: number,
): void {
  end(reading)
  const items: Run[][] = []
  for (const child of list.children) {
    const inner: Reading = { nodes: [], runs: [], kind: 'paragraph', left: reading.left }
    readInto(inner, child, marks, depth)
    end(inner)
    reading.left = inner.left
    // A list inside of an item becomes items of this one: there is one level.
    for (const node of inner.nodes) {
      if (node.type === 'list') items.push(...node.items)
      else items.push(node.runs)
    }
  }
  if (items.length > 0) reading.nodes.push({ type: 'list', ordered, items })
}

function marksOf(element: Element, name: string, marks: readonly Mark[]): Mark[] {
  const has = (type: Mark['type']): boolean => marks.some((mark) => mark.type === type)
  const style = element.getAttribute('style') ?? ''
  const found: Mark[] = []
  if (!has('strong') && (name === 'STRONG' || name === 'B' || /font-weight:\s*(bold|[6-9]00)/i.test(style)))
    // Google Docs wraps everything in a <b> that says it is none.
    if (!/font-weight:\s*normal/i.test(style)) found.push({ type: 'strong' })
  if (!has('emphasis') && (name === 'EM' || name === 'I' || /font-style:\s*italic/i.test(style)))
    found.push({ type: 'emphasis' })
  if (!has('link') && name === 'A') {
    const to = element.getAttribute('href') ?? ''
    if (to.length <= 2_000 && /^(https?:|mailto:|tel:)/i.test(to.trim()) && safeUrl(to) !== '#')
      found.push({ type: 'link', to: to.trim() })
  }
  // What was cut out of a text of ours keeps what only we know; a page that pretends is judged like any other.
  const own = element.getAttribute('data-to') ?? ''
  if (!has('link') && isTarget(own)) found.push({ type: 'link', to: own })
  const language = localeTag.safeParse(element.getAttribute('data-language') ?? '')
  if (!has('language') && language.success) found.push({ type: 'language', tag: language.data })
  return found
}

/** An object of ours by its id, a path of the site, or an address that may be followed. */
function isTarget(to: string): boolean {
  if (to.length > 2_000) return false
  if (/^(?:page|record|asset):[\w./:-]+$/.test(to)) return true
  return /^(?:https?:|mailto:|tel:|\/(?!\/))/i.test(to) && safeUrl(to) !== '#'
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    /display:\s*none|mso-hide:\s*all/i.test(element.getAttribute('style') ?? '')
  )
}

/** White space at both ends goes, and neighbours of the same marks are one. */
function tidy(runs: readonly Run[]): Run[] {
  const joined: { text: string; marks?: Mark[] }[] = []
  for (const { text, marks } of runs) {
    const last = joined.at(-1)
    if (last && JSON.stringify(last.marks) === JSON.stringify(marks)) last.text += text
    else joined.push({ text, ...(marks ? { marks: [...marks] } : {}) })
  }
  const [first, last] = [joined[0], joined.at(-1)]
  if (first) first.text = first.text.trimStart()
  if (last) last.text = last.text.trimEnd()
  return joined.filter(({ text }) => text !== '')
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE
