// SearchResults.reading
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { SearchPage } from '../search-page.ts'

interface Reading {
  readonly pieces: readonly { readonly type: string; readonly field: string; readonly text: string }[]
  readonly literal: string
}

export const reading: Resolver<SearchPage, Record<string, never>, Reading | null> = ({ request, search }) => {
  const found = search.reading(request.text)
  if (!found) return null
  const pieces = found.pieces.map((piece) => ({ field: '', text: '', ...piece }))
  return { pieces, literal: found.literal }
}
