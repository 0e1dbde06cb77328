// SearchResults.edges
import { MOST_CHAPTERS_TOLD } from '@shuxiang/search/contract'
import { projection, selectedFields } from '@shuxiang/subgraph-kit'
import type { SearchResultsResolvers } from '../../schema/types.generated.ts'
import { recordsByIds, textsOf } from '../../store/read.ts'
import { leadingChapter } from '../search-edge/leading-chapter.ts'
import { cursorOf } from '../search-request.ts'
import { visible } from '../visible.ts'

/**
 * One trip for all records of the page, and one beside it for their texts when snippets are wanted. A hit whose record
 * is not in the store (the index lags behind) is left out.
 */
export const edges: SearchResultsResolvers['edges'] = async (page, _, context, info) => {
  const selected = selectedFields(info)
  const placed = ['snippet', 'url', 'cutAt'].some((field) => selected.includes(field))
  const { hits, from, instead } = await page.hits({
    chapters: selected.includes('chapters') ? MOST_CHAPTERS_TOLD : placed ? 1 : 0,
  })
  const ids = hits.map(({ id }) => id)
  const quoting = selected.includes('snippet') || selected.includes('url')
  const quoted = hits.filter((hit) => quoting && !leadingChapter(hit))
  const [found, texts] = await Promise.all([
    recordsByIds(context, ids, projection(info, { at: ['node'] })),
    textsOf(
      context,
      quoted.map(({ id }) => id),
    ),
  ])
  const byId = new Map(found.map((doc) => [doc._id, doc]))
  const textById = new Map(texts.map((text) => [text.recordId, text.paragraphs]))
  return hits.flatMap((hit, i) => {
    const doc = byId.get(hit.id)
    if (!doc || doc.withdrawn) return []
    const text = textById.get(hit.id) ?? []
    const asked = instead?.text ?? page.request.text
    return [{ cursor: cursorOf(hit.id, from + i), node: visible(doc), hit, asked, text, page }]
  })
}
