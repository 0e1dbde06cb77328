/// <reference lib="dom" />
/**
 * A drawn page as it is read out: what stands in it, in reading order, by the names that assistive technology gives. Read from
 * the drawn document, with what its styles hide left out; changes nothing.
 */
import { isLongAddress, saysNothing } from '@shuxiang/site-checks/link-names'

export type HeardKind =
  'landmark' | 'heading' | 'link' | 'button' | 'field' | 'image' | 'list' | 'table' | 'text'

export type HeardFault =
  | 'heading-skips'
  | 'heading-empty'
  | 'heading-second-top'
  | 'link-empty'
  | 'link-nothing'
  | 'button-empty'
  | 'field-empty'
  | 'image-no-text'

/** Something that is said by itself. */
export interface Heard {
  readonly kind: HeardKind
  /** Words that are said; of a landmark its name, which may be empty. */
  readonly words: string
  /** Level of a heading, number of things in a list; else 0. */
  readonly number: number
  /** Which landmark it is: the name of its role. */
  readonly role: string
  /** Language in which it is said, where it is not the page's; else empty. */
  readonly language: string
  /** Landmarks around it. */
  readonly depth: number
  readonly fault: HeardFault | null
  readonly element: Element
}

/** Longer pages are read to here. */
export const mostHeard = 3_000

const unread = 'script, style, template, noscript, [hidden], [aria-hidden="true"]'
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Roles of elements that are landmarks by themselves; the head and foot of a page only where they are of the page. */
const landmarks: Readonly<Record<string, string>> = {
  HEADER: 'banner',
  FOOTER: 'contentinfo',
  NAV: 'navigation',
  MAIN: 'main',
  ASIDE: 'complementary',
  SEARCH: 'search',
}
const ownRoles = new Set([...Object.values(landmarks), 'region', 'form'])

/** What it is called by attributes; undefined where they say nothing. */
function labelOf(element: Element): string | undefined {
  const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).flatMap((id) => {
    const named = id === '' ? null : element.ownerDocument.getElementById(id)
    return named ? [tidy(named.textContent)] : []
  })
  const label = by.length > 0 ? by.join(' ') : tidy(element.getAttribute('aria-label') ?? '')
  return label === '' ? undefined : label
}

/** What it is called: by its attributes, else by what is in it. */
function nameOf(element: Element): string {
  const label = labelOf(element)
  if (label !== undefined) return label
  if (element.tagName === 'IMG') return tidy(element.getAttribute('alt') ?? '')
  const inside = [...element.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? ''
    return isElement(node) && !isHidden(node) ? nameOf(node) : ''
  })
  return tidy(inside.join(' ').replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, ''))
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE

function isHidden(element: Element): boolean {
  if (element.matches(unread)) return true
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  return style?.display === 'none' || style?.visibility === 'hidden'
}

function landmarkOf(element: Element): string | null {
  const role = element.getAttribute('role')
  if (role !== null) return ownRoles.has(role) ? role : null
  if (element.tagName === 'SECTION' || element.tagName === 'FORM')
    return labelOf(element) === undefined ? null : element.tagName === 'FORM' ? 'form' : 'region'
  const found = landmarks[element.tagName]
  if (found === 'banner' || found === 'contentinfo')
    return element.parentElement?.closest('main, article, section, aside, nav') ? null : found
  return found ?? null
}

/** What a field is called: its label, or what stands around it as one. */
function fieldName(field: Element): string {
  const label = labelOf(field)
  if (label !== undefined) return label
  const labels = 'labels' in field ? [...((field as HTMLInputElement).labels ?? [])] : []
  return labels.length > 0 ? tidy(labels.map(nameOf).join(' ')) : tidy(field.getAttribute('title') ?? '')
}

const isLeaf = new Set(['IMG', 'SVG', 'INPUT', 'SELECT', 'TEXTAREA', 'BUTTON', 'SUMMARY', 'A'])

/** @param body of the drawn page; its document says the language */
export function heardIn(body: Element): readonly Heard[] {
  const pageLanguage = body.ownerDocument.documentElement.lang
  const heard: Heard[] = []
  let above = 0
  let tops = 0
  let text = ''
  let textFrom: Element = body
  let textLanguage = ''
  let depth = 0

  function say(
    element: Element,
    one: Pick<Heard, 'kind' | 'words'> & Partial<Pick<Heard, 'number' | 'role' | 'fault'>>,
    language: string,
  ): void {
    if (heard.length < mostHeard)
      heard.push({ number: 0, role: '', fault: null, ...one, language, depth, element })
  }
  /** What was gathered of running text is said. */
  function flush(): void {
    const words = tidy(text)
    text = ''
    // Marks that stand between two links are not said.
    if (/[\p{L}\p{N}]/u.test(words)) say(textFrom, { kind: 'text', words }, textLanguage)
  }
  function gather(node: Node, around: Element, language: string): void {
    if (text !== '' && textLanguage !== language) flush()
    if (tidy(text) === '') {
      textFrom = around
      textLanguage = language
    }
    text += node.nodeValue ?? ''
  }

  function heading(element: Element, level: number, language: string): void {
    const words = nameOf(element)
    const second = level === 1 && tops > 0
    if (level === 1) tops += 1
    const skips = above > 0 && level > above + 1
    const fault =
      words === '' ? 'heading-empty' : second ? 'heading-second-top' : skips ? 'heading-skips' : null
    above = level
    say(element, { kind: 'heading', words, number: level, fault }, language)
  }
  function leaf(element: Element, language: string): void {
    const { tagName } = element
    if (tagName === 'A') {
      const words = nameOf(element)
      const fault =
        words === '' ? 'link-empty' : saysNothing(words) || isLongAddress(words) ? 'link-nothing' : null
      say(element, { kind: 'link', words, fault }, language)
    } else if (tagName === 'BUTTON' || tagName === 'SUMMARY') {
      const words = nameOf(element)
      say(element, { kind: 'button', words, fault: words === '' ? 'button-empty' : null }, language)
    } else if (tagName === 'IMG') {
      const alt = element.getAttribute('alt')
      const words = labelOf(element) ?? tidy(alt ?? '')
      // An empty description says that it is decoration.
      if (alt === null || words !== '')
        say(element, { kind: 'image', words, fault: words === '' ? 'image-no-text' : null }, language)
    } else if (tagName.toUpperCase() === 'SVG') {
      const words = labelOf(element) ?? ''
      if (words !== '') say(element, { kind: 'image', words }, language)
    } else if (element.getAttribute('type') !== 'hidden') {
      const type = element.getAttribute('type') ?? ''
      const isButton = tagName === 'INPUT' && ['submit', 'button', 'reset'].includes(type)
      const words = isButton
        ? (labelOf(element) ?? tidy(element.getAttribute('value') ?? ''))
        : fieldName(element)
      const fault = words === '' ? (isButton ? 'button-empty' : 'field-empty') : null
      say(element, { kind: isButton ? 'button' : 'field', words, fault }, language)
    }
  }

  function read(element: Element, around: string): void {
    if (isHidden(element)) return
    const own = element.getAttribute('lang')
    const language = own === null ? around : own === pageLanguage ? '' : own
    const { tagName } = element
    const level = /^H([1-6])$/.exec(tagName)?.[1]
    const isLink = tagName === 'A' && element.hasAttribute('href')
    if (level !== undefined) {
      flush()
      return heading(element, Number(level), language)
    }
    if (isLink || (tagName !== 'A' && isLeaf.has(tagName.toUpperCase()))) {
      flush()
      return leaf(element, language)
    }
    const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'block'
    const isBlock = !display.startsWith('inline') && display !== 'contents' && !display.startsWith('ruby')
    const role = landmarkOf(element)
    if (isBlock || role !== null) flush()
    if (role !== null) say(element, { kind: 'landmark', words: labelOf(element) ?? '', role }, language)
    if (tagName === 'UL' || tagName === 'OL') {
      const number = [...element.children].filter(
        (child) => child.tagName === 'LI' && !isHidden(child),
      ).length
      if (number > 0) say(element, { kind: 'list', words: labelOf(element) ?? '', number }, language)
    }
    if (tagName === 'TABLE') {
      const number = element.querySelectorAll('tr').length
      say(element, { kind: 'table', words: labelOf(element) ?? '', number }, language)
    }
    if (role !== null) depth += 1
    // What is folded away is not read; what unfolds it is.
    const folded = tagName === 'DETAILS' && !element.hasAttribute('open')
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (!folded) gather(node, element, language)
      } else if (isElement(node) && (!folded || node.tagName === 'SUMMARY')) read(node, language)
    }
    if (isBlock || role !== null) flush()
    if (role !== null) depth -= 1
  }

  read(body, '')
  return heard
}
