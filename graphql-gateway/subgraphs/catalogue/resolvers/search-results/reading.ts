// SearchResults.reading
import type { SearchResultsResolvers } from '../../schema/types.generated.ts'

export const reading: SearchResultsResolvers['reading'] = ({ request, search }) => {
  const found = search.reading(request.text)
  if (!found) return null
  const pieces = found.pieces.map((piece) => ({ field: '', text: '', ...piece }))
  return { pieces, literal: found.literal }
}
