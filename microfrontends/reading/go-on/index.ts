/**
 * Enhancement `reading.go-on.v1`: fills a place on a page of blocks with what this reader has not read to its end. Where
 * nothing was read the place stays empty, and nothing but this is fetched.
 */
import type { Enhancement } from '@shuxiang/sdk/contract'
import { READING_HISTORY } from '@shuxiang/sdk/reading-history/kept-as'
import './going.css'

const goOn: Enhancement = {
  async enhance(element, portal) {
    try {
      if (window.localStorage.getItem(READING_HISTORY) === null) return
    } catch {
      // This browser keeps nothing for the site.
      return
    }
    const { showUnfinished } = await import('./unfinished.ts')
    return showUnfinished(element, portal)
  },
}
export default goOn
