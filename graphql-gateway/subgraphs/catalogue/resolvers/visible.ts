// A record as readers see it.
import type { RecordPart } from '../store/read.ts'

/** Of a withdrawn record nothing is left but id, title and the reason. */
export function visible(doc: RecordPart): RecordPart {
  if (!doc.withdrawn) return doc
  const { leadPersonId: _lead, collectionId: _collection, ...rest } = doc
  return {
    ...rest,
    alternativeTitles: [],
    creators: [],
    period: null,
    year: null,
    collection: null,
    form: null,
    abstract: null,
    subjects: [],
    identifiers: [],
    text: null,
    parts: [],
    opening: null,
    holdings: [],
  }
}
