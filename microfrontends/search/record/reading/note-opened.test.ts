// @vitest-environment happy-dom
// When a text counts as read, and how far: by the time a reader stayed and the lines that came onto the screen.
import { readingOf, turnReading } from '@shuxiang/sdk/reading-history'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noteReading, placeIn, type WhatIsRead } from './note-opened.ts'

const what: WhatIsRead = {
  ...{ recordId: 'b1', title: '论语', by: '孔子', kind: 'book', language: 'lzh' },
  ...{ chapter: 1, part: '学而', chapters: 20, text: null, reader: null },
}
/** Height of a line; the screen holds eight of them. */
const LINE = 100
let scrolled = 0
let end = (): void => {}

/** Lines one below the other, as a page would lay them out. */
function textOf(lines: number, down = false): HTMLElement {
  const body = document.createElement('div')
  body.innerHTML = `<div data-text${down ? ' class="down"' : ''}></div>`
  for (let n = 0; n < lines; n++) {
    const line = Object.assign(document.createElement('p'), { id: `p${n + 1}` })
    line.dataset['n'] = String(n)
    line.getBoundingClientRect = () => new DOMRect(0, n * LINE - scrolled, 300, LINE)
    body.firstElementChild?.append(line)
  }
  document.body.replaceChildren(body)
  return body
}
const kept = () => readingOf(window, null).opened.map(({ percent, anchor }) => [percent, anchor])
function scrollTo(top: number): void {
  scrolled = top
  document.dispatchEvent(new Event('scroll'))
  vi.advanceTimersByTime(1_000)
}
function sight(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  scrolled = 0
  vi.stubGlobal('innerHeight', 8 * LINE)
})
afterEach(() => {
  end()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a text', () => {
  it('is noted once a reader stayed ten seconds, and not before', () => {
    end = noteReading(window, textOf(20), what)
    vi.advanceTimersByTime(9_999)
    expect(kept()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(kept()).toEqual([[40, null]])
  })

  it('is not noted while it is in another tab', () => {
    sight('hidden')
    end = noteReading(window, textOf(20), what)
    vi.advanceTimersByTime(60_000)
    expect(kept()).toEqual([])
    sight('visible')
    vi.advanceTimersByTime(10_000)
    expect(kept()).toHaveLength(1)
  })

  it('is not noted by who left, and not where the reader wants nothing kept', () => {
    noteReading(window, textOf(20), what)()
    vi.advanceTimersByTime(10_000)
    expect(kept()).toEqual([])
    turnReading(window, false)
    end = noteReading(window, textOf(20), what)
    vi.advanceTimersByTime(10_000)
    expect(localStorage.length).toBe(1)
  })

  it('is followed to the line on top, and going back to the head undoes nothing', () => {
    end = noteReading(window, textOf(20), what)
    vi.advanceTimersByTime(10_000)
    scrollTo(5 * LINE)
    expect(kept()).toEqual([[65, 'p6']])
    scrollTo(0)
    expect(kept()).toEqual([[65, 'p6']])
    scrollTo(12 * LINE)
    expect(kept()).toEqual([[100, 'p13']])
  })

  it('that is whole on the screen is read to its end, and so is verse in columns', () => {
    expect(placeIn(textOf(4), 8 * LINE)).toEqual({ percent: 100, anchor: null })
    expect(placeIn(textOf(90, true), 8 * LINE)).toEqual({ percent: 100, anchor: null })
  })

  it('of verses has the place of its first verse on top', () => {
    const body = textOf(20)
    const line = body.querySelectorAll('p')[5]
    line?.removeAttribute('id')
    line?.append(Object.assign(document.createElement('span'), { id: 'v11' }))
    scrolled = 5 * LINE
    expect(placeIn(body, 8 * LINE).anchor).toBe('v11')
  })
})
