/** Parts of services that stand on a page, but are not offered for the pages of sites: readers see nothing there. */
import { isOfferName } from '@shuxiang/site-render/markup'
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'
import { namedIn } from './named-in.ts'

export const offers: Rule = {
  name: 'offers',
  find({ pages, offers: offered }) {
    if (offered === undefined) return []
    return namedIn(pages, 'part-of-service', 'offer').flatMap(({ name, ...place }): Found[] => {
      // What names nothing at all is told as a field that is wrong.
      if (!isOfferName(name) || offered.has(name)) return []
      return [
        {
          severity: 'warns',
          ...place,
          words: words(
            `这里没有“${name}”这项服务，读者看不到这个版块。请改名称，或者删去它。`,
            `Nothing named ${name} is offered here, and readers do not see the block. Change the name or take the block away.`,
          ),
        },
      ]
    })
  },
}
