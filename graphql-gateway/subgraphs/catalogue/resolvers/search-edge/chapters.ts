// SearchEdge.chapters
import { bounds } from '@shuxiang/record'
import { MOST_CHAPTERS_TOLD } from '@shuxiang/search/contract'
import { badInput } from '@shuxiang/subgraph-kit'
import { chapterAddress } from '@shuxiang/vocabulary'
import { edgeField } from './edge.ts'
import type { SearchEdgeResolvers } from '../../schema/types.generated.ts'

export const chapters = edgeField<SearchEdgeResolvers['chapters']>()([], ({ hit, asked, page }, args) => {
  const first = args.first ?? 3
  if (first < 1 || first > MOST_CHAPTERS_TOLD)
    throw badInput(`first: give a number from 1 to ${MOST_CHAPTERS_TOLD}.`)
  if (!hit.inside) return null
  const items = hit.inside.first.slice(0, first).map(({ n, title, snippet }) => ({
    n,
    title: page.search.highlight(asked, title, { maxLength: bounds.title, field: 'subject' }),
    snippet,
    url: chapterAddress(hit.id, n),
  }))
  return { totalCount: hit.inside.total, items }
})
