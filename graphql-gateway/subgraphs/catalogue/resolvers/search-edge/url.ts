// SearchEdge.url
import { chapterAddress, recordAddress } from '@shuxiang/vocabulary'
import { edgeField } from './edge.ts'
import { leadingPart } from './leading-part.ts'

export const url = edgeField([], ({ hit }) => {
  const chapter = leadingPart(hit)
  return chapter ? chapterAddress(hit.id, chapter.n) : recordAddress(hit.id)
})
