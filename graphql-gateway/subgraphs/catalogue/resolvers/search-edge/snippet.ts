// SearchEdge.snippet
import { snippetLength } from '../search-page.ts'
import { edgeField } from './edge.ts'
import { leadingPart } from './leading-part.ts'

/** From the chapter that was found, else from the first of text, opening and abstract in which a word is found; else the beginning. */
export const snippet = edgeField(['text', 'opening', 'abstract'], ({ node, hit, page }) => {
  const chapter = leadingPart(hit)
  // Found by its title, a chapter has nothing to mark; it is still what the hit leads to.
  if (chapter && chapter.snippet.length > 0) return chapter.snippet
  const texts = [node.text?.map(({ text }) => text).join(''), node.opening, node.abstract].filter(
    (text) => typeof text === 'string' && text !== '',
  )
  const marked = texts.map((text) =>
    page.search.highlight(page.request.text, text ?? '', { maxLength: snippetLength, field: 'body' }),
  )
  return marked.find((runs) => runs.some((run) => run.marked)) ?? marked[0] ?? []
})
