/** The bars above the content: offline, and an import under way. */
import type { PageNotices } from './page-settings.ts'

export interface NoticeOptions {
  readonly window: Window
  readonly parse: (html: string) => DocumentFragment
  readonly importing: boolean
  /** Where the notices of now are asked for, in the language of the page. */
  readonly address: string
  readonly announce: (text: string) => void
}

const LOOK_EVERY_MS = 5_000

/** Keep the notices true while the page is open. */
export function followNotices({ window, parse, importing, address, announce }: NoticeOptions): void {
  const { document } = window
  const place = document.getElementById('notices')
  const template = document.getElementById('offline')
  if (!place || !(template instanceof HTMLTemplateElement)) return
  let bar: HTMLElement | null = null
  const offline = (): void => {
    if (bar) return
    bar = document.createElement('div')
    bar.append(template.content.cloneNode(true))
    place.append(bar)
    announce(bar.textContent?.trim() ?? '')
  }
  const online = (): void => {
    bar?.remove()
    bar = null
  }
  window.addEventListener('offline', offline)
  window.addEventListener('online', online)
  if (!window.navigator.onLine) offline()
  if (importing) followImport(window, place, parse, address)
}

function followImport(
  window: Window,
  place: HTMLElement,
  parse: (html: string) => DocumentFragment,
  address: string,
): void {
  const look = async (): Promise<void> => {
    if (window.document.visibilityState === 'hidden') return
    const answer = await fetch(address).catch(() => null)
    if (!answer?.ok) return
    const notices: PageNotices = await answer.json()
    for (const old of place.querySelectorAll('[data-notice="importing"]')) old.remove()
    place.prepend(parse(notices.html))
    if (!notices.importing) window.clearInterval(timer)
  }
  const timer = window.setInterval(() => void look().catch(() => {}), LOOK_EVERY_MS)
}
