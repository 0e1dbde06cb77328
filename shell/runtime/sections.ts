/** Marks the word in the frame for the section that the reader is in. */
import { currentLink } from '@shuxiang/sdk/section'

export function markSection(document: Document, address: URL): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.nav a[href]')]
  const current = currentLink(
    links.map(({ href }) => href),
    address,
  )
  for (const link of links) {
    if (link.href === current) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}
