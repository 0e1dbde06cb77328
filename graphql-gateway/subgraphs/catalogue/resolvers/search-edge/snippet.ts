// SearchEdge.snippet
import type { TextRun } from '@shuxiang/search/contract'
import { witnessesById } from '../loaders.ts'
import { snippetLength } from '../search-page.ts'
import { edgeField } from './edge.ts'
import { leadingChapter } from './leading-chapter.ts'
import type { SearchEdgeResolvers } from '../../schema/types.generated.ts'

/**
 * From the chapter that was found, else from the first of text, opening and abstract in which a word is found; else the
 * beginning. Where another text of the work has more of what was asked for, that reading was found, and is shown.
 */
export const snippet = edgeField<SearchEdgeResolvers['snippet']>()(
  ['_id', 'opening', 'abstract', 'witnessCount'],
  async ({ node, hit, asked, text, page }, _, context) => {
    const chapter = leadingChapter(hit)
    // Found by its title, a chapter has nothing to mark; it is still what the hit leads to.
    if (chapter && chapter.snippet.length > 0) return chapter.snippet
    const around = (one: string): readonly TextRun[] =>
      page.search.highlight(asked, one, { maxLength: snippetLength, field: 'body' })
    const whole = chapter ? '' : text.map((paragraph) => paragraph.text).join('')
    const texts = [whole, node.opening, node.abstract]
    const marked = texts.flatMap((one) => (one ? [around(one)] : []))
    const own = marked.find((runs) => markedIn(runs) > 0) ?? marked[0] ?? []
    if (!node.witnessCount || asked.trim() === '') return own
    const others = (await witnessesById(context, node._id))?.witnesses ?? []
    return others
      .map(({ paragraphs }) => around(paragraphs.map((paragraph) => paragraph.text).join('')))
      .reduce((best, other) => (markedIn(other) > markedIn(best) ? other : best), own)
  },
)

/** How much of a snippet is what was asked for, in UTF-16 units. */
function markedIn(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text, marked }) => sum + (marked ? text.length : 0), 0)
}
