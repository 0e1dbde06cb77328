/** Links of a drawn page that leave its site. */
import { readPage } from './read-page.ts'
import type { DrawnPage } from './site.ts'

export interface OutwardLinkOnPage {
  readonly address: string
  readonly name: string
  /** Id of the block that it stands in; null in the frame. */
  readonly block: string | null
}

/** Offices that filing numbers in the frame lead to. */
const offices = new Set(['beian.miit.gov.cn', 'beian.mps.gov.cn'])

/** Without those of the frame. Addresses are without a place on the page. `blocks`: ids of the blocks of the page. */
export function outwardLinks(page: DrawnPage, blocks: readonly string[]): readonly OutwardLinkOnPage[] {
  return readPage(page, blocks).links.flatMap(({ href, name, block }) => {
    const url = /^https?:\/\//i.test(href) ? URL.parse(href) : null
    if (!url || (block === null && offices.has(url.hostname))) return []
    url.hash = ''
    return [{ address: url.href, name, block }]
  })
}
