// Query.sharedParts: what others keep and a site may show, for those who write its pages.
import { partsAt } from '@shuxiang/site-model'
import { textsOf } from '@shuxiang/subgraph-kit'
import { partsOffered } from '../../releases/shared-parts.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { openSiteNamed } from './named-site.ts'

const keepers = { nation: 'NATION', province: 'PROVINCE' } as const

export const sharedParts: QueryResolvers['sharedParts'] = async (_, { site }, context) => {
  const { _id } = await openSiteNamed(context, site, 'page.draft')
  const offered = await partsOffered(context.db, _id, context.signal)
  return offered.map(({ reference, doc, text }) => ({
    keeper: keepers[reference.from],
    name: reference.path.slice(partsAt.length),
    title: textsOf(doc.meta.title),
    document: text,
  }))
}
