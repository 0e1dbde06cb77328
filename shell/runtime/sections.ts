/** Marks the masthead's word for the section that the reader is in. */

/** A link fits when its path is the present one and the address has all of its parameters; the most telling wins. */
export function markSection(document: Document, address: URL): void {
  let best: { readonly link: HTMLAnchorElement; readonly size: number } | null = null
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.nav a[href]')]
  for (const link of links) {
    const target = new URL(link.href)
    const wanted = [...target.searchParams]
    if (target.pathname !== address.pathname) continue
    if (!wanted.every(([name, value]) => address.searchParams.getAll(name).includes(value))) continue
    if (best === null || wanted.length > best.size) best = { link, size: wanted.length }
  }
  for (const link of links) {
    if (link === best?.link) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}
