/** What a page says of itself, in the browser. */
import type { Head, Locale } from '@shuxiang/sdk/contract'
import { inLanguage } from '@shuxiang/sdk/language'

/** What the shell knows of the page besides its head. */
export interface HeadContext {
  readonly name: string
  readonly origin: string
  /** The language that the present address names, if it does. */
  readonly named: Locale | null
}

/** What only the server writes: it describes the page that was loaded, for machines, which load pages. */
const SERVED =
  'script[type="application/ld+json"], link[hreflang], meta[property^="og:"], meta[name^="twitter:"]'

const CITATION = 'meta[name^="citation_"], meta[name^="DC."]'

/** Set title, description, canonical, robots and alternates of the document. */
export function applyHead(document: Document, head: Head, portal: HeadContext): void {
  document.title =
    head.title === '' || head.title === portal.name ? portal.name : `${head.title} - ${portal.name}`
  setMeta(document, 'description', head.description)
  setMeta(document, 'robots', head.robots)
  const canonical =
    head.canonical === undefined
      ? undefined
      : new URL(inLanguage(head.canonical, portal.named), portal.origin).href
  const described = document.head.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href
  replaceLinks(document, 'canonical', canonical === undefined ? [] : [{ href: canonical }])
  replaceLinks(document, 'alternate', head.alternates ?? [])
  replaceCitation(document, head.citation ?? [])
  if (canonical !== undefined && canonical === described) return
  for (const element of document.head.querySelectorAll(SERVED)) element.remove()
}

function setMeta(document: Document, name: string, content: string | undefined): void {
  const found = document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)
  if (content === undefined) return found?.remove()
  const meta = found ?? document.head.appendChild(document.createElement('meta'))
  meta.name = name
  meta.content = content
}

/** Reference managers read the page as it stands, so these follow the reader from record to record. */
function replaceCitation(document: Document, facts: NonNullable<Head['citation']>): void {
  for (const old of document.head.querySelectorAll(CITATION)) old.remove()
  for (const { name, content } of facts)
    document.head.append(Object.assign(document.createElement('meta'), { name, content }))
}

function replaceLinks(
  document: Document,
  rel: string,
  links: readonly { readonly href: string; readonly type?: string; readonly title?: string }[],
): void {
  for (const old of document.head.querySelectorAll(`link[rel="${rel}"]:not([hreflang])`)) old.remove()
  for (const link of links)
    document.head.append(Object.assign(document.createElement('link'), { ...link, rel }))
}
