// Parent of the fields of `Relation`.
import type { RecordDoc } from '../../model/record.ts'
import type { RecordPart } from '../../store/reader.ts'

export interface RelationNode {
  readonly role: RecordDoc['relations'][number]['role']
  readonly record: RecordPart
  readonly position?: number | undefined
}
