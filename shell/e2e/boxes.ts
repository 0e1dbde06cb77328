// Measures the boxes of a page as it stands: what leaves the screen or its frame, what is cut, what lies over text.
import type { Page } from 'playwright-core'

/** Boxes that scroll by intention: what is beyond their edge can be reached. */
const SCROLLERS =
  '.nav, .tabs, .sections, .shelf, .kept, .verse.down, .suggestions, dialog, dialog .body, .copy .code'
/** Texts that end in an ellipsis by intention, the whole of them standing elsewhere. */
const SHORTENED =
  '.shelf .t, .shelf .m, .kept .words, .card.grid .words, .card.grid .by, .snippet, .chapters .words, .crumbs > *'
/** A drawing of letters beside the same words as text. */
const DRAWN = '.cover, .seal, .drawing'
/** The dialog that stands over all others. */
const DIALOG = 'dialog[open]:not(:has(dialog[open]))'

/** Of an open dialog what is in it, for it covers the page by intention. One line a fault, such as `covered: "唐 · 岑参" by span.seal`; empty when every box is where it should be. */
export function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(measure, { scrollers: SCROLLERS, shortened: SHORTENED, drawn: DRAWN, dialog: DIALOG })
}

/** One line for each thing to press that is smaller than `--tap`, the measure of a finger. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(measureTargets, DIALOG)
}

/** Words of Latin letters in elements that a selector finds, of which one part stands on the next line. */
export function brokenWords(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((elements) => {
    const range = document.createRange()
    return elements.flatMap((element) => {
      const broken: string[] = []
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\p{Script=Latin}+/gu)) {
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          if (range.getClientRects().length > 1) broken.push(word)
        }
      }
      return broken
    })
  })
}

interface Exempt {
  readonly scrollers: string
  readonly shortened: string
  readonly drawn: string
  readonly dialog: string
}

/** Runs inside of the page, so it holds everything it needs. */
function measure({ scrollers, shortened, drawn, dialog }: Exempt): string[] {
  interface Box {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  interface Painted extends Box {
    readonly element: Element
    readonly text: string | null
  }
  const SLACK = 1.5
  const faults = new Set<string>()
  const width = document.documentElement.clientWidth
  const styles = new Map<Element, CSSStyleDeclaration>()
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const style = styles.get(element) ?? getComputedStyle(element)
    styles.set(element, style)
    return style
  }
  const nameOf = (element: Element): string =>
    `${element.localName}${element.id && `#${element.id}`}${[...element.classList].map((one) => `.${one}`).join('')}`
  const quote = (text: string): string => `"${text.trim().replace(/\s+/g, ' ').slice(0, 30)}"`
  const intersection = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  })
  const isEmpty = (box: Box): boolean => box.right - box.left < 0.5 || box.bottom - box.top < 0.5
  const holds = (outer: Box, inner: Box): boolean =>
    inner.left >= outer.left - SLACK &&
    inner.right <= outer.right + SLACK &&
    inner.top >= outer.top - SLACK &&
    inner.bottom <= outer.bottom + SLACK
  const stuckOf = (element: Element): Element | null => {
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      if (styleOf(at).position === 'sticky') return at
    return null
  }
  const inkless = (colour: string): boolean => colour === 'transparent' || /[,/] ?0\)$/.test(colour)
  const paints = (element: Element): boolean => {
    const style = styleOf(element)
    if (!inkless(style.backgroundColor) || style.backgroundImage !== 'none') return true
    if (/^(?:svg|img|input|select|progress)$/.test(element.localName)) return true
    return ['Top', 'Right', 'Bottom', 'Left'].every(
      (side) =>
        parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0 &&
        !inkless(style.getPropertyValue(`border-${side.toLowerCase()}-color`)),
    )
  }
  /** What is heard only is clipped to nothing. */
  const isClipped = (element: Element | null): boolean =>
    element !== null && (styleOf(element).clipPath === 'inset(50%)' || isClipped(element.parentElement))
  const isSeen = (element: Element): boolean =>
    element.closest(drawn) === null &&
    !isClipped(element) &&
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true, opacityProperty: true })

  /** A modal dialog lies over the page: nothing around it cuts it. */
  const around = (one: Element): Element | null => (one.matches(':modal') ? null : one.parentElement)
  /** The part of a box that its scrolling and shortening ancestors show; a fault where another ancestor cuts it. */
  function shownPart(element: Element, box: Box, text: string | null): Box {
    // Copied field by field: the measures of a DOMRect are no properties of its own.
    let shown: Box = { left: box.left, top: box.top, right: box.right, bottom: box.bottom }
    for (let above: Element | null = element; above && above !== document.body; above = around(above)) {
      const { overflowX, overflowY } = styleOf(above)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const edge = above.getBoundingClientRect()
      if (above.matches(scrollers) || above.matches(shortened)) shown = intersection(shown, edge)
      else if (text !== null && !holds(edge, shown)) faults.add(`cut: ${quote(text)} by ${nameOf(above)}`)
    }
    return shown
  }

  function checkScreen(box: Box, what: string): void {
    if (box.left < -SLACK || box.right > width + SLACK || box.top + scrollY < -SLACK)
      faults.add(`outside: ${what} from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`)
  }

  /** Where the glyphs are: the line box without the leading that the font claims above and below them. */
  function glyphs(box: DOMRect, element: Element): Box {
    const style = styleOf(element)
    const half = parseFloat(style.fontSize) / 2
    const isVertical = style.writingMode.startsWith('vertical')
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    return isVertical
      ? { left: x - half, right: x + half, top: box.top, bottom: box.bottom }
      : { left: box.left, right: box.right, top: y - half, bottom: y + half }
  }

  function checkFrames(element: Element, box: Box, text: string): void {
    for (let above: Element | null = element; above && above !== document.body; above = around(above)) {
      if (above.matches(scrollers)) return
      if (styleOf(above).display !== 'inline' && paints(above) && !holds(above.getBoundingClientRect(), box))
        faults.add(`leaves its frame: ${quote(text)} out of ${nameOf(above)}`)
    }
  }

  /** The hint of a box and the chosen order of a list are no text nodes: their width is drawn on a canvas. */
  function checkControl(control: HTMLInputElement | HTMLSelectElement): void {
    const text =
      control instanceof HTMLInputElement
        ? control.placeholder
        : (control.selectedOptions[0]?.textContent ?? '').trim()
    const pen = document.createElement('canvas').getContext('2d')
    if (!pen || /checkbox|radio/.test(control.type)) return
    const style = styleOf(control)
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const room = control.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    if (pen.measureText(text).width > room + SLACK)
      faults.add(`cut: ${quote(text)} in ${nameOf(control)} of ${Math.round(room)} pixels`)
  }

  const scroll = document.documentElement.scrollWidth
  if (scroll > width) faults.add(`sideways: the page is ${scroll} wide on a screen of ${width}`)

  const judged = document.querySelector(dialog) ?? document.body
  const painted: Painted[] = []
  for (const element of judged.querySelectorAll('*')) {
    if (!isSeen(element)) continue
    const box = shownPart(element, element.getBoundingClientRect(), null)
    if (isEmpty(box)) continue
    checkScreen(box, nameOf(element))
    // The box of an inline element spans whole lines when it breaks; its words are measured below.
    if (paints(element) && styleOf(element).display !== 'inline')
      painted.push({ ...box, element, text: null })
    if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) checkControl(element)
  }
  const walker = document.createTreeWalker(judged, NodeFilter.SHOW_TEXT)
  const texts: Painted[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent ?? ''
    if (!element || text.trim() === '' || !isSeen(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const line of range.getClientRects()) {
      const whole = glyphs(line, element)
      const box = shownPart(element, whole, text)
      if (isEmpty(box)) continue
      checkScreen(box, quote(text))
      checkFrames(element, box, text)
      texts.push({ ...box, element, text })
    }
  }
  const all = [...texts, ...painted]
  texts.forEach((one, i) => {
    for (let j = i + 1; j < all.length; j += 1) {
      const other = all[j]
      // Asked first and without an object, for nearly every pair ends here.
      if (
        other === undefined ||
        Math.min(one.right, other.right) - Math.max(one.left, other.left) <= SLACK ||
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) <= SLACK
      )
        continue
      if (other.text === null && other.element.contains(one.element)) continue
      // What an ellipsis stands for is laid over the last line and never painted.
      const cutBy = one.element.closest(shortened)
      if (cutBy !== null && cutBy === other.element.closest(shortened)) continue
      // What sticks to an edge lets the rest pass beneath it.
      const stuck = stuckOf(other.element)
      if (stuck !== null && !stuck.contains(one.element)) continue
      const by = other.text === null ? nameOf(other.element) : quote(other.text)
      faults.add(`covered: ${quote(one.text ?? '')} by ${by}`)
    }
  })
  return [...faults]
}

function measureTargets(dialog: string): string[] {
  const SLACK = 0.6
  const root = document.documentElement
  const tap =
    parseFloat(getComputedStyle(root).getPropertyValue('--tap')) * parseFloat(getComputedStyle(root).fontSize)
  const small = new Set<string>()
  const isClipped = (element: Element): boolean => getComputedStyle(element).clipPath === 'inset(50%)'
  for (const element of (document.querySelector(dialog) ?? document.body).querySelectorAll<HTMLElement>(
    'a[href], button, input:not([type=hidden]), select, summary, [role=option]',
  )) {
    if (isClipped(element) || !element.checkVisibility({ visibilityProperty: true })) continue
    // A box to tick is pressed by its label as well.
    const ticked = element instanceof HTMLInputElement && /checkbox|radio/.test(element.type)
    const target = ticked ? (element.labels?.item(0) ?? element) : element
    const pressed = isClipped(target) ? element : target
    const { width, height } = pressed.getBoundingClientRect()
    if (width < tap - SLACK || height < tap - SLACK) {
      const words = (pressed.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 24)
      small.add(
        `${pressed.localName}.${[...pressed.classList].join('.')} "${words}" ${Math.round(width)} × ${Math.round(height)} of ${tap}`,
      )
    }
  }
  return [...small]
}
