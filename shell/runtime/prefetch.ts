/** Fetches a microfrontend when a reader points at a link to it, unless they save data. */
import type { MicrofrontendSettings } from './page-settings.ts'

interface Connection {
  readonly saveData?: boolean
  readonly effectiveType?: string
}

export interface PrefetchOptions {
  readonly document: Document
  readonly connection: Connection | undefined
  readonly ownerOf: (address: string) => MicrofrontendSettings | null
  /** Modules shared by all microfrontends. */
  readonly shared: readonly string[]
}

/** Pointing or focusing is the intent; each microfrontend is fetched once. */
export function prefetchOnIntent({ document, connection, ownerOf, shared }: PrefetchOptions): void {
  if (connection?.saveData || /2g/.test(connection?.effectiveType ?? '')) return
  const done = new Set<string>()
  const look = (event: Event): void => {
    if (!(event.target instanceof Element)) return
    const link = event.target.closest('a[href], form')
    const address =
      link instanceof HTMLAnchorElement ? link.href : link instanceof HTMLFormElement ? link.action : ''
    if (address === '' || !URL.canParse(address)) return
    const url = new URL(address)
    const owner = url.origin === document.location.origin ? ownerOf(url.pathname) : null
    if (!owner || done.has(owner.name)) return
    done.add(owner.name)
    for (const href of [
      ...shared,
      owner.entry,
      ...owner.preload,
      ...(owner.messages === null ? [] : [owner.messages]),
    ])
      preload(document, href)
    for (const { href, integrity } of owner.css) preload(document, href, integrity)
  }
  document.addEventListener('pointerover', look, { passive: true })
  document.addEventListener('focusin', look)
}

function preload(document: Document, href: string, integrity?: string): void {
  if (document.querySelector(`link[href="${href}"]`)) return
  const how = integrity === undefined ? { rel: 'modulepreload' } : { rel: 'preload', as: 'style', integrity }
  document.head.append(Object.assign(document.createElement('link'), how, { href }))
}
