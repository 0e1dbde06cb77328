/** The last texts that a reader has not read to their end, each with its place, as plain elements of the page. */
import { messageTools } from '@shuxiang/sdk'
import type { Portal } from '@shuxiang/sdk/contract'
import {
  bringBack,
  changeReading,
  forget,
  isFinished,
  onReading,
  placeAddress,
  readingOf,
  type Opened,
} from '@shuxiang/sdk/reading-history'
import { howFar, partLeft } from '../room/how-far.ts'
import { messages } from './messages/index.ts'
import { fillAbove, whenOutOfSight } from './out-of-sight.ts'

const MOST = 3
/** What a reader moves a page by. */
const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/** The function that it gives ends it. */
export function showUnfinished(element: HTMLElement, portal: Portal): () => void {
  const tools = messageTools(messages[portal.locale], portal.locale)
  const { t } = tools
  /** Taken out a moment ago: its line stays, with the way back. */
  let gone: Opened | null = null
  let shown = false
  let moving = false
  let waiting = (): void => {}

  function look(): void {
    const { status, reader } = portal.session
    if (status === 'unknown') return
    if (!element.isConnected) return end()
    const opened = readingOf(window, reader).opened.filter((one) => !isFinished(one))
    const rows = gone && !opened.some(({ recordId }) => recordId === gone?.recordId) ? [gone] : []
    const all = [...opened, ...rows].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST)
    waiting()
    if (shown || all.length === 0) draw(all)
    else
      waiting = whenOutOfSight(element, () => {
        shown = true
        fillAbove(() => draw(all), moving)
      })
  }

  function draw(all: readonly Opened[]): void {
    if (all.length === 0) return element.replaceChildren()
    element.replaceChildren(
      make('ol', { class: 'going' }, ...all.map((one) => (one === gone ? goneLine(one) : line(one)))),
      make('a', { href: '/my/reading', class: 'link tap all' }, t('go-on.all')),
    )
  }

  function line(opened: Opened): HTMLElement {
    const { recordId, title, by, language } = opened
    const lang: Record<string, string> = language === null ? {} : { lang: language }
    const part = partLeft(opened)
    const remove = make(
      'button',
      { type: 'button', class: 'btn quiet', 'aria-label': t('go-on.removeName', { title }) },
      t('go-on.remove'),
    )
    remove.addEventListener('click', () => {
      gone = opened
      changeReading(window, forget(recordId))
      element.querySelector<HTMLElement>('.gone button')?.focus()
    })
    const about = make(
      'div',
      {},
      make('a', { href: placeAddress(opened), class: 'title', ...lang }, title),
      make('p', { class: 'far' }, ...(part ? [make('span', lang, part), ' '] : []), howFar(opened, tools)),
      ...(by ? [make('p', {}, by)] : []),
    )
    return make('li', {}, about, remove)
  }

  function goneLine(opened: Opened): HTMLElement {
    const { title, recordId } = opened
    const back = make(
      'button',
      { type: 'button', class: 'btn', 'aria-label': t('go-on.undoName', { title }) },
      t('go-on.undo'),
    )
    back.addEventListener('click', () => {
      gone = null
      changeReading(window, bringBack(opened))
      const lines = [...element.querySelectorAll<HTMLAnchorElement>('a.title')]
      lines.find(({ href }) => href.includes(`/${recordId}`))?.focus()
    })
    return make('li', { class: 'gone' }, make('span', {}, t('go-on.removed', { title })), back)
  }

  const move = (): void => {
    moving = true
  }
  for (const kind of MOVES) window.addEventListener(kind, move, { once: true, passive: true })
  const endReading = onReading(window, look)
  const endSession = portal.onSession(look)
  function end(): void {
    waiting()
    for (const kind of MOVES) window.removeEventListener(kind, move)
    endReading()
    endSession()
  }
  look()
  return end
}

function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  element.append(...content)
  return element
}
