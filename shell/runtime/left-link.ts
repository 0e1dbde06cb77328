/** The link by which a reader left a page, known again in the page that is built anew when they come back. */

export interface LeftLink {
  readonly href: string
  /** Its place among the links of the page that lead there. */
  readonly nth: number
}

const linksTo = (main: ParentNode, href: string): HTMLAnchorElement[] =>
  [...main.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
    (link) => link.getAttribute('href') === href,
  )

/** Null for what is no link of the page's content. */
export function describeLink(main: ParentNode, pressed: Element | null): LeftLink | null {
  const href = pressed?.getAttribute('href')
  if (href === null || href === undefined) return null
  const nth = linksTo(main, href).findIndex((link) => link === pressed)
  return nth < 0 ? null : { href, nth }
}

/** The link in the page as it stands; null while it is not there. */
export function findLink(main: ParentNode, { href, nth }: LeftLink): HTMLAnchorElement | null {
  const links = linksTo(main, href)
  return links[nth] ?? links[0] ?? null
}
