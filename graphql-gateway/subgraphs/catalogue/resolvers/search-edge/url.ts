// SearchEdge.url
import { chapterAddress, recordAddress } from '@shuxiang/vocabulary'
import { edgeField } from './edge.ts'
import { leadingChapter } from './leading-chapter.ts'
import type { SearchEdgeResolvers } from '../../schema/types.generated.ts'

export const url = edgeField<SearchEdgeResolvers['url']>()([], ({ hit }) => {
  const chapter = leadingChapter(hit)
  return chapter ? chapterAddress(hit.id, chapter.n) : recordAddress(hit.id)
})
