// A record as readers see it.
import type { RecordPart } from '../store/reader.ts'

/** Of a withdrawn record nothing is left but id, kind, title and the reason. */
export function visible(doc: RecordPart): RecordPart {
  if (!doc.withdrawn) return doc
  const { leadAgentId: _lead, collectionId: _collection, parallelTitles: _titles, ...rest } = doc
  return {
    ...rest,
    alternativeTitles: [],
    agents: [],
    dates: [],
    period: null,
    collection: null,
    form: null,
    abstract: null,
    subjects: [],
    places: [],
    identifiers: [],
    relations: [],
    contents: [],
    opening: null,
    textLength: 0,
    holdingCount: 0,
    witnessCount: 0,
    details: {},
  }
}
