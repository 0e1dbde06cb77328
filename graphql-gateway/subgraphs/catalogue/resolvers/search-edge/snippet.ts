// SearchEdge.snippet
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { TextRun } from '../../search/port.ts'
import type { SearchEdge } from '../search-results/edges.ts'

/** About two lines of a result on a wide screen. */
const maxLength = 96

/** From the first of text, opening and abstract in which a word is found; else the beginning. */
export const snippet: Resolver<SearchEdge, Record<string, never>, readonly TextRun[]> = ({ node, page }) => {
  const texts = [node.text?.map(({ text }) => text).join(''), node.opening, node.abstract].filter(
    (text) => typeof text === 'string' && text !== '',
  )
  const marked = texts.map((text) =>
    page.search.highlight(page.request.text, text ?? '', { maxLength, field: 'body' }),
  )
  return marked.find((runs) => runs.some((run) => run.marked)) ?? marked[0] ?? []
}
