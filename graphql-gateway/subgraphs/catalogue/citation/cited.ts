// What a citation or an export tells of a record.
import type { RecordDoc } from '../model/record.ts'

/** Stored fields that the formats read; the export asks the store for these. */
export const citedFields = [
  '_id',
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
  'parts',
  'updatedAt',
] as const satisfies readonly (keyof RecordDoc)[]

export type CitedRecord = Pick<RecordDoc, (typeof citedFields)[number]>
