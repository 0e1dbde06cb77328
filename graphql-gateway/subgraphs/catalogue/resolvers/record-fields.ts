// Which stored fields stand behind the fields of `Record`, and what a withdrawn record still shows.
import { projection, type Resolver } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../model/record.ts'

type Info = Parameters<Resolver>[3]

const described = [
  'kind',
  'title',
  'alternativeTitles',
  'creators',
  'period',
  'year',
  'collection',
  'language',
  'form',
  'abstract',
  'subjects',
  'identifiers',
  'rights',
  'source',
]
const stored: Readonly<Record<string, readonly string[]>> = {
  id: [],
  url: [],
  part: [],
  holdingCount: ['holdings'],
  related: ['leadPersonId'],
  export: [...described, 'updatedAt'],
}

/** What `find` must read for a selection on records at a path; `also` names stored fields read beside it. */
export function recordProjection(
  info: Info,
  at: readonly string[] = [],
  also: readonly string[] = [],
): Record<string, 1> {
  return projection(info, { at, fields: stored, always: ['withdrawn', 'kind', 'title', ...also] })
}

/** A record as readers see it: of a withdrawn one nothing is left but id, title and the reason. */
export function visible(doc: RecordDoc): RecordDoc {
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
