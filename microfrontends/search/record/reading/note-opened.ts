/** Notes on the device that a text is read, once a reader has stayed with it, and how far they come. Nothing of it is sent. */
import {
  changeReading,
  cut,
  follow,
  note,
  type Opened,
  type ReadingWindow,
} from '@shuxiang/sdk/reading-history'

/** Who leaves before has looked, not read; milliseconds at a stretch with the page in sight. */
const STAYED = 10_000
/** How often it is written down while the reader moves, milliseconds. */
const EVERY = 1_000

/** What is read: all but when, and how far. */
export type WhatIsRead = Omit<Opened, 'at' | 'percent' | 'anchor'>

/** The browser's parts that it needs. */
export type NotingWindow = ReadingWindow &
  Pick<Window, 'document' | 'innerHeight' | 'setTimeout' | 'clearTimeout'>

/** `body` holds the lines of the text. The function that it gives ends it. */
export function noteReading(window: NotingWindow, body: Element, what: WhatIsRead): () => void {
  const { document } = window
  const ending = new AbortController()
  const { signal } = ending
  let noted = false
  let staying: number | undefined
  let soon: number | undefined
  /** Going back to the head of a page does not undo what was read. */
  let furthest: Pick<Opened, 'percent' | 'anchor'> = { percent: 0, anchor: null }

  function write(): void {
    const here = placeIn(body, window.innerHeight)
    if (here.percent >= furthest.percent) furthest = here
    const now: Opened = {
      ...{ ...what, title: cut(what.title), by: cut(what.by), part: cut(what.part) },
      ...{ ...furthest, at: new Date().toISOString() },
    }
    changeReading(window, noted ? follow(now) : note(now))
    noted = true
  }
  function moved(): void {
    if (!noted) return
    soon ??= window.setTimeout(() => {
      soon = undefined
      write()
    }, EVERY)
  }
  function look(): void {
    window.clearTimeout(staying)
    if (document.visibilityState === 'visible') {
      if (!noted) staying = window.setTimeout(write, STAYED)
    } else if (noted) write()
  }

  look()
  document.addEventListener('visibilitychange', look, { signal })
  document.addEventListener('scroll', moved, { passive: true, signal })
  return () => {
    ending.abort()
    window.clearTimeout(staying)
    window.clearTimeout(soon)
  }
}

/** How much of the text has come onto the screen, in lines, and the line on top. Verse in columns is one picture. */
export function placeIn(body: Element, height: number): Pick<Opened, 'percent' | 'anchor'> {
  const lines = body.querySelectorAll('[data-text] > p[data-n]')
  if (lines.length === 0 || body.querySelector('[data-text].down')) return { percent: 100, anchor: null }
  // Part of a pixel is no line.
  const seen = above(lines, height + 1)
  const top = above(lines, 0)
  const line = top === 0 ? undefined : lines[top]
  const anchor = line && (line.id || line.querySelector('[id]')?.id)
  return { percent: Math.floor((100 * seen) / lines.length), anchor: anchor ?? null }
}

/** How many lines end above a height of the screen; they stand one below the other. */
function above(lines: NodeListOf<Element>, height: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.getBoundingClientRect().bottom ?? 0) <= height) low = middle + 1
    else high = middle
  }
  return low
}
