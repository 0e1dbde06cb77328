// What is searched of an issue beside the kernel.
import { known, positionIn, type KindSearch, type RecordOf } from '@shuxiang/record'
import type { IssueDetails } from './details.ts'

export function search(record: RecordOf<IssueDetails>): KindSearch {
  return { titles: [record.details.periodical], sorts: known({ position: positionIn(record) }) }
}
