// What stands behind `ChapterSummary`.
import type { RecordDoc } from '../../model/record.ts'

export type ChapterSummaryNode = RecordDoc['contents'][number] & Pick<RecordDoc, 'language'>
