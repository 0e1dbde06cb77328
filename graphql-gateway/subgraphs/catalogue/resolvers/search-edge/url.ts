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
  const verse = quotedVerse(edge)
  if (verse !== null) return verseAddress(hit.id, verse, chapter ? { part: chapter.n } : {})
  return chapter ? chapterAddress(hit.id, chapter.n) : recordAddress(hit.id)
})
