// Links of a site to other sites, from its pages as they are drawn.
import { outwardLinks as onPage } from '@shuxiang/site-checks'
import type { ServedSite } from './published.ts'

/** Links of one site that are asked, at most. */
export const mostOfOneSite = 200

export interface OutwardLink {
  readonly address: string
  readonly name: string
  /** The first page that it stands on. */
  readonly page: string
  readonly block: string | null
}

/** Each address once, in the order of pages. */
export function outwardLinks({ drawn, pages }: Pick<ServedSite, 'drawn' | 'pages'>): readonly OutwardLink[] {
  const found = new Map<string, OutwardLink>()
  for (const page of drawn) {
    const blocks = Object.keys(pages.get(page.path)?.blocks ?? {})
    for (const { address, name, block } of onPage(page, blocks))
      if (!found.has(address)) found.set(address, { address, name, page: page.path, block })
  }
  return [...found.values()].slice(0, mostOfOneSite)
}
