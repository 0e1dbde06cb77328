// Record.dates, and the parent of the fields of `RecordDate`
import { isoDay } from '@shuxiang/record'
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'

export interface RecordDateNode extends Pick<RecordDoc['dates'][number], 'role' | 'edtf'> {
  /** Days as ISO 8601; null at an end that is open. */
  readonly from: string | null
  readonly to: string | null
}

export const dates = fieldOf<RecordDoc>()(['dates'], (doc): RecordDateNode[] =>
  doc.dates.map(({ role, edtf, from, to }) => ({
    role,
    edtf,
    from: from === null ? null : isoDay(from),
    to: to === null ? null : isoDay(to),
  })),
)
