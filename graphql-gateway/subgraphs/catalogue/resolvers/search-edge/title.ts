// SearchEdge.title
import type { Resolver } from '@shuxiang/subgraph-kit'
import { bounds } from '../../model/record.ts'
import type { TextRun } from '../../search/port.ts'
import type { SearchEdge } from '../search-results/edges.ts'

export const title: Resolver<SearchEdge, Record<string, never>, readonly TextRun[]> = ({ node, page }) =>
  page.search.highlight(page.request.text, node.title, { maxLength: bounds.title, field: 'title' })
