// SearchEdge.snippet
import { edgeField } from './edge.ts'

/** About two lines of a result on a wide screen. */
const maxLength = 96

/** From the first of text, opening and abstract in which a word is found; else the beginning. */
export const snippet = edgeField(['text', 'opening', 'abstract'], ({ node, page }) => {
  const texts = [node.text?.map(({ text }) => text).join(''), node.opening, node.abstract].filter(
    (text) => typeof text === 'string' && text !== '',
  )
  const marked = texts.map((text) =>
    page.search.highlight(page.request.text, text ?? '', { maxLength, field: 'body' }),
  )
  return marked.find((runs) => runs.some((run) => run.marked)) ?? marked[0] ?? []
})
