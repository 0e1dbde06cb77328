// What is searched of a lecture beside the kernel.
import { known, positionIn, type KindSearch, type RecordOf } from '@shuxiang/record'
import { levelValues } from '../level.ts'
import type { LectureDetails } from './details.ts'

export function search(record: RecordOf<LectureDetails>): KindSearch {
  const { series, duration, level } = record.details
  return {
    titles: series === undefined ? [] : [series],
    facets: { level: levelValues(level) },
    sorts: known({ duration, position: positionIn(record) }),
  }
}
