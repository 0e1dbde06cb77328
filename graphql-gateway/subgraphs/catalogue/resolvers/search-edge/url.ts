// SearchEdge.url
import { chapterAddress, recordAddress } from '@shuxiang/vocabulary'
import { verseAddress } from '@shuxiang/vocabulary/verse'
import { edgeField } from './edge.ts'
import { leadingChapter } from './leading-chapter.ts'
import { quotedVerse } from './quoted-verse.ts'
import type { SearchEdgeResolvers } from '../../schema/types.generated.ts'

export const url = edgeField<SearchEdgeResolvers['url']>()([], (edge) => {
  const { hit } = edge
  const chapter = leadingChapter(hit)
  if (chapter) return chapterAddress(hit.id, chapter.n)
  const verse = quotedVerse(edge)
  return verse === null ? recordAddress(hit.id) : verseAddress(hit.id, verse)
})
