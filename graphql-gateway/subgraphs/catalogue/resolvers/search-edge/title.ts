// SearchEdge.title
import { bounds } from '@shuxiang/record'
import { edgeField } from './edge.ts'

export const title = edgeField(['title'], ({ node, page }) =>
  page.search.highlight(page.request.text, node.title, { maxLength: bounds.title, field: 'title' }),
)
