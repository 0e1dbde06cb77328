// SearchEdge.url
import { chapterUrl, recordUrl } from '../urls.ts'
import { edgeField } from './edge.ts'
import { leadingPart } from './leading-part.ts'

export const url = edgeField([], ({ hit }) => {
  const chapter = leadingPart(hit)
  return chapter ? chapterUrl(hit.id, chapter.n) : recordUrl(hit.id)
})
