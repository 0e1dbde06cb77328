// SearchEdge.snippet
import { snippetLength } from '../search-page.ts'
import { edgeField } from './edge.ts'
import { leadingChapter } from './leading-chapter.ts'
import type { SearchEdgeResolvers } from '../../schema/types.generated.ts'

/** From the chapter that was found, else from the first of text, opening and abstract in which a word is found; else the beginning. */
export const snippet = edgeField<SearchEdgeResolvers['snippet']>()(
  ['opening', 'abstract'],
  ({ node, hit, text, page }) => {
    const chapter = leadingChapter(hit)
    // Found by its title, a chapter has nothing to mark; it is still what the hit leads to.
    if (chapter && chapter.snippet.length > 0) return chapter.snippet
    const texts = [text.map((paragraph) => paragraph.text).join(''), node.opening, node.abstract]
    const marked = texts.flatMap((one) =>
      one ? [page.search.highlight(page.request.text, one, { maxLength: snippetLength, field: 'body' })] : [],
    )
    return marked.find((runs) => runs.some((run) => run.marked)) ?? marked[0] ?? []
  },
)
