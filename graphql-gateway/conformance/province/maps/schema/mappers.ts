// What stands behind the types of the schema in resolvers.
export type { MapDetails as MapDetailsMapper } from '../details.ts'
export type { SeriesDoc as MapSeriesMapper } from '../series.ts'

/** The key object, and the details as they stand in the record where a field requires them. */
export interface RecordMapper {
  readonly id: string
  readonly details?: unknown
}
