// SearchEdge.snippet
import { edgeField } from './edge.ts'
import { around, foundReading, markedIn, readingNeeds } from './found-reading.ts'
import { leadingChapter } from './leading-chapter.ts'
import type { SearchEdgeResolvers } from '../../schema/types.generated.ts'

/**
 * From the chapter that was found, else from the first of text, opening and abstract in which a word is found; else the
 * beginning. The text is that to which the address leads.
 */
export const snippet = edgeField<SearchEdgeResolvers['snippet']>()(
  [...readingNeeds, 'opening', 'abstract'],
  async (edge, _, context) => {
    const { node, hit } = edge
    const chapter = leadingChapter(hit)
    // Found by its title, a chapter has nothing to mark; it is still what the hit leads to.
    if (chapter && chapter.snippet.length > 0) return chapter.snippet
    const { text } = await foundReading(edge, context)
    const texts = [chapter ? [] : text, ...[node.opening, node.abstract].map((one) => [{ text: one ?? '' }])]
    const shown = texts.map((one) => around(edge, one)).filter((runs) => runs.length > 0)
    return shown.find((runs) => markedIn(runs) > 0) ?? shown[0] ?? []
  },
)
