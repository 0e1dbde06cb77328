// SearchEdge.url
import { recordAddress } from '@shuxiang/vocabulary'
import { placeAddress } from '@shuxiang/vocabulary/verse'
import { edgeField } from './edge.ts'
import { foundReading, readingNeeds } from './found-reading.ts'
import { leadingChapter } from './leading-chapter.ts'
import { quotedPlace } from './quoted-place.ts'
import type { SearchEdgeResolvers } from '../../schema/types.generated.ts'

/** Where another text of the work has what was asked for, that one is opened: the record's own does not read so. */
export const url = edgeField<SearchEdgeResolvers['url']>()(readingNeeds, async (edge, _, context) => {
  const { hit } = edge
  const { text, witness } = await foundReading(edge, context)
  const view = { part: leadingChapter(hit)?.n ?? null, text: witness?.witness ?? null }
  const place = quotedPlace({ ...edge, text })
  return place === null ? recordAddress(hit.id, view) : placeAddress(hit.id, place, view)
})
