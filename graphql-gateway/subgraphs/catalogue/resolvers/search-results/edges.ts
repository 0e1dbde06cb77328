// SearchResults.edges
import { MOST_CHAPTERS_TOLD, type SearchHit } from '@shuxiang/search/contract'
import { projection, selectedFields } from '@shuxiang/subgraph-kit'
import type { SearchResultsResolvers } from '../../schema/types.generated.ts'
import { textId } from '../../model/record.ts'
import { recordsByIds, textsOf } from '../../store/read.ts'
import { shortestQuotation } from '../search-edge/quoted-place.ts'
import { leadingChapter } from '../search-edge/leading-chapter.ts'
import { cursorOf } from '../search-request.ts'
import { visible } from '../visible.ts'

/**
 * One trip for all records of the page, and one beside it for their texts when snippets are wanted. A hit whose record
 * is not in the store (the index lags behind) is left out.
 */
export const edges: SearchResultsResolvers['edges'] = async (page, _, context, info) => {
  const selected = selectedFields(info)
  const placed = ['snippet', 'snippetSource', 'url', 'cutAt'].some((field) => selected.includes(field))
  const { hits, from, instead } = await page.hits({
    chapters: selected.includes('chapters') ? MOST_CHAPTERS_TOLD : placed ? 1 : 0,
  })
  const ids = hits.map(({ id }) => id)
  const asked = instead?.text ?? page.request.text
  const quoting = ['snippet', 'snippetSource', 'url'].some((field) => selected.includes(field))
  const places = quoting ? hits.flatMap((hit) => placeOfText(hit, asked) ?? []) : []
  const [found, texts] = await Promise.all([
    recordsByIds(context, ids, projection(info, { at: ['node'] })),
    textsOf(context, places),
  ])
  const byId = new Map(found.map((doc) => [doc._id, doc]))
  const textById = new Map(texts.map((text) => [text._id, text.paragraphs]))
  return hits.flatMap((hit, i) => {
    const doc = byId.get(hit.id)
    if (!doc || doc.withdrawn) return []
    const text = textById.get(textId(hit.id, leadingChapter(hit)?.n ?? 0)) ?? []
    return [{ cursor: cursorOf(hit.id, from + i), node: visible(doc), hit, asked, text, page }]
  })
}

/** The text that may be quoted: a whole short one; a chapter only where enough was typed for a quotation. */
function placeOfText(hit: SearchHit, asked: string): string | null {
  const chapter = leadingChapter(hit)
  if (chapter && asked.replace(/[^\p{L}\p{N}]/gu, '').length < shortestQuotation) return null
  return textId(hit.id, chapter?.n ?? 0)
}
