// Parent of the fields of `Likeness`.
import type { RecordPart } from '../../store/reader.ts'
import type { SubjectNode } from '../topic/node.ts'

export interface LikenessNode {
  readonly record: RecordPart
  readonly subjects: readonly SubjectNode[]
}
