// SearchEdge.url
import { partUrl, recordUrl } from '../urls.ts'
import { edgeField } from './edge.ts'
import { leadingPart } from './leading-part.ts'

export const url = edgeField([], ({ hit }) => {
  const chapter = leadingPart(hit)
  return chapter ? partUrl(hit.id, chapter.n) : recordUrl(hit.id)
})
