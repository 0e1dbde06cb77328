/** Parts of services that stand on a page, but are not offered for the pages of sites: readers see nothing there. */
import { isOfferName } from '@shuxiang/site-render/markup'
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'

export const offers: Rule = {
  name: 'offers',
  find: ({ pages, offers: offered }) =>
    offered === undefined
      ? []
      : [...pages].flatMap(([page, { blocks }]) =>
          Object.entries(blocks).flatMap(([block, { type, fields }]): Found[] => {
            const { offer } = fields
            if (type !== 'part-of-service' || typeof offer !== 'string') return []
            // What names nothing at all is told as a field that is wrong.
            if (!isOfferName(offer) || offered.has(offer)) return []
            return [
              {
                severity: 'warns',
                page,
                block,
                field: 'offer',
                words: words(
                  `这里没有“${offer}”这项服务，读者看不到这个版块。请改名称，或者删去它。`,
                  `Nothing named ${offer} is offered here, and readers do not see the block. Change the name or take the block away.`,
                ),
              },
            ]
          }),
        ),
}
