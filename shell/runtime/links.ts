/** Links and GET forms inside the portal become navigations without a load; everything else stays the browser's. */
import { isPlainClick } from '@shuxiang/sdk/plain-click'

export interface LinkOptions {
  readonly document: Document
  readonly origin: string
  /** True for addresses that the runtime can go to. */
  readonly isInside: (address: string) => boolean
  readonly navigate: (to: string) => void
}

/** Listen on the document; listeners of components come first and may prevent. */
export function interceptLinks({ document, origin, isInside, navigate }: LinkOptions): void {
  const inside = (url: URL): string | null => {
    const address = url.href.slice(url.origin.length)
    return url.origin === origin && isInside(address) ? address : null
  }

  document.addEventListener('click', (event) => {
    if (!isPlainClick(event) || !(event.target instanceof Element)) return
    const link = event.target.closest('a[href]')
    if (!(link instanceof HTMLAnchorElement) || link.hasAttribute('download')) return
    if (link.target !== '' && link.target !== '_self') return
    const url = new URL(link.href)
    const here = new URL(document.location.href)
    if (url.hash !== '' && url.pathname === here.pathname && url.search === here.search) return
    const address = inside(url)
    if (address === null) return
    event.preventDefault()
    navigate(address)
  })

  document.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
    if (form.method !== 'get' || (form.target !== '' && form.target !== '_self')) return
    const url = new URL(form.action)
    url.search = new URLSearchParams(textFields(new FormData(form, event.submitter))).toString()
    const address = inside(url)
    if (address === null) return
    event.preventDefault()
    navigate(address)
  })
}

function textFields(data: FormData): [string, string][] {
  return [...data].filter((field): field is [string, string] => typeof field[1] === 'string')
}
