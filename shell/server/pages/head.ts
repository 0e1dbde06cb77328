/** Writes what a page says of itself into its head. */
import type { Head } from '@shuxiang/sdk/contract'
import { escape, jsonLd } from '@shuxiang/site-render'

/** `<title>` of a page: its own, then the portal's. */
export function pageTitle(title: string, portal: string): string {
  return title === '' || title === portal ? portal : `${title} - ${portal}`
}

/** The tags of a head. Only paths of ours become links; an address from elsewhere is left out. */
export function headTags(head: Head, portal: string, origin: string): string {
  const tags = [`<title>${escape(pageTitle(head.title, portal))}</title>`]
  if (head.description) tags.push(`<meta name="description" content="${escape(head.description)}">`)
  if (head.robots) tags.push(`<meta name="robots" content="${escape(head.robots)}">`)
  const canonical = ownAddress(head.canonical, origin)
  if (canonical) tags.push(`<link rel="canonical" href="${escape(canonical)}">`)
  for (const { type, href, title } of head.alternates ?? []) {
    const address = ownAddress(href, origin)
    if (!address) continue
    const named = title === undefined ? '' : ` title="${escape(title)}"`
    tags.push(`<link rel="alternate" type="${escape(type)}" href="${escape(address)}"${named}>`)
  }
  if (head.jsonLd) tags.push(jsonLd(head.jsonLd))
  return tags.join('')
}

function ownAddress(path: string | undefined, origin: string): string | null {
  if (path === undefined || !path.startsWith('/') || path.startsWith('//')) return null
  return URL.canParse(path, origin) ? new URL(path, origin).href : null
}
