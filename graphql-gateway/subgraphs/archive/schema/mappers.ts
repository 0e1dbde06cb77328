// What stands behind the types of the schema in resolvers.
export type { WebDetails as ArchivedPageDetailsMapper } from '../web/details.ts'
export type { TopicDetails as ArchiveTopicDetailsMapper } from '../topic/details.ts'

/** The key object, and the details as they stand in the record where a field requires them. */
export interface RecordMapper {
  readonly id: string
  readonly details?: unknown
}
