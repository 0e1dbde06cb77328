// SearchEdge.url
import { chapterAddress, recordAddress } from '@shuxiang/vocabulary'
import { edgeField } from './edge.ts'
import { leadingChapter } from './leading-chapter.ts'

export const url = edgeField([], ({ hit }) => {
  const chapter = leadingChapter(hit)
  return chapter ? chapterAddress(hit.id, chapter.n) : recordAddress(hit.id)
})
