// SearchEdge.title
import { bounds } from '@shuxiang/record'
import { edgeField } from './edge.ts'
import type { SearchEdgeResolvers } from '../../schema/types.generated.ts'

export const title = edgeField<SearchEdgeResolvers['title']>()(['title'], ({ node, asked, page }) =>
  page.search.highlight(asked, node.title, { maxLength: bounds.title, field: 'title' }),
)
