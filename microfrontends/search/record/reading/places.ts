/** Where a character stands: in the text by numbers, in the page by its box. */

export interface Place {
  /** Number of its paragraph. */
  readonly paragraph: number
  /** Its place there, in code points. */
  readonly at: number
}

const HAN = /\p{Script=Han}/u
/** What is only heard, and sounds above characters, are no part of the text. */
const BESIDE = '.sr, rt'

/** The next Han character on from a place, or back; null at the end. `from` null: the first. */
export function stepFrom(texts: readonly string[], from: Place | null, by: 1 | -1): Place | null {
  let { paragraph, at } = from ? { ...from, at: from.at + by } : { paragraph: 0, at: 0 }
  while (paragraph >= 0 && paragraph < texts.length) {
    const chars = [...(texts[paragraph] ?? '')]
    for (; at >= 0 && at < chars.length; at += by) if (HAN.test(chars[at] ?? '')) return { paragraph, at }
    paragraph += by
    at = by === 1 ? 0 : [...(texts[paragraph] ?? '')].length - 1
  }
  return null
}

/** The Han character that is painted at a point of the screen; null beside the text. */
export function placeAtPoint(body: HTMLElement, x: number, y: number): Place | null {
  const hit = document.elementFromPoint(x, y)
  // On the sound of a character it is the character that is meant.
  const base = hit?.closest('ruby')?.firstChild
  if (base instanceof Text && hit && body.contains(hit)) return placeOf(base, 0)
  const caret = caretAt(x, y)
  if (caret === null || !body.contains(caret.node)) return null
  const { node, offset } = caret
  // A caret stands between two characters: the point is in the box of one of them.
  for (const start of [offset - 1, offset - 2, offset]) {
    const code = node.data.codePointAt(start)
    if (code === undefined || !HAN.test(String.fromCodePoint(code))) continue
    const box = boxOf(node, start, String.fromCodePoint(code).length)
    if (box.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom))
      return placeOf(node, start)
  }
  return null
}

function caretAt(x: number, y: number): { readonly node: Text; readonly offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const found = document.caretPositionFromPoint(x, y)
    return found?.offsetNode instanceof Text ? { node: found.offsetNode, offset: found.offset } : null
  }
  // Safari before 18.4.
  const range = (document as Document).caretRangeFromPoint(x, y)
  return range?.startContainer instanceof Text
    ? { node: range.startContainer, offset: range.startOffset }
    : null
}

function boxOf(node: Text, start: number, length: number): DOMRect[] {
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, start + length)
  return [...range.getClientRects()]
}

function placeOf(node: Text, offset: number): Place | null {
  const line = node.parentElement?.closest<HTMLElement>('[data-n]')
  if (!line) return null
  let at = 0
  for (const one of textsOf(line)) {
    if (one === node)
      return { paragraph: Number(line.dataset['n']), at: at + [...one.data.slice(0, offset)].length }
    at += [...one.data].length
  }
  return null
}

/** What is to be marked in the page for a place; null when it is not there. */
export function rangeOf(body: HTMLElement, { paragraph, at }: Place): Range | null {
  const line = body.querySelector<HTMLElement>(`[data-n="${paragraph}"]`)
  let before = 0
  for (const node of line ? textsOf(line) : []) {
    const chars = [...node.data]
    if (at < before + chars.length) {
      const start = chars.slice(0, at - before).join('').length
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, start + (chars[at - before]?.length ?? 0))
      return range
    }
    before += chars.length
  }
  return null
}

function* textsOf(line: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest(BESIDE)) yield node
}

/** Longest piece of text that is asked about, in characters: a couplet or a sentence decides. */
const AROUND = 60

/** The piece of a paragraph in which a character is looked at. */
export function lineAround(text: string, at: number): { readonly line: string; readonly at: number } {
  const chars = [...text]
  const start = Math.max(0, at - AROUND)
  return { line: chars.slice(start, at + AROUND).join(''), at: at - start }
}
