/** What a page says of itself, in the browser. */
import type { Head } from '@shuxiang/sdk/contract'

/** Set title, description, canonical, robots and alternates of the document. */
export function applyHead(
  document: Document,
  head: Head,
  portal: { readonly name: string; readonly origin: string },
): void {
  document.title =
    head.title === '' || head.title === portal.name ? portal.name : `${head.title} - ${portal.name}`
  setMeta(document, 'description', head.description)
  setMeta(document, 'robots', head.robots)
  const canonical = head.canonical === undefined ? undefined : new URL(head.canonical, portal.origin).href
  const described = document.head.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href
  replaceLinks(document, 'canonical', canonical === undefined ? [] : [{ href: canonical }])
  replaceLinks(document, 'alternate', head.alternates ?? [])
  // It describes the page that was loaded, and goes with it; machines that read it load pages.
  if (canonical !== undefined && canonical === described) return
  for (const script of document.head.querySelectorAll('script[type="application/ld+json"]')) script.remove()
}

function setMeta(document: Document, name: string, content: string | undefined): void {
  const found = document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)
  if (content === undefined) return found?.remove()
  const meta = found ?? document.head.appendChild(document.createElement('meta'))
  meta.name = name
  meta.content = content
}

function replaceLinks(
  document: Document,
  rel: string,
  links: readonly { readonly href: string; readonly type?: string; readonly title?: string }[],
): void {
  for (const old of document.head.querySelectorAll(`link[rel="${rel}"]`)) old.remove()
  for (const { href, type, title } of links) {
    const link = document.createElement('link')
    link.rel = rel
    link.href = href
    if (type !== undefined) link.type = type
    if (title !== undefined) link.title = title
    document.head.append(link)
  }
}
