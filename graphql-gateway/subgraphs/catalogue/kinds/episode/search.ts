// What is searched of an episode beside the kernel.
import { known, positionIn, type KindSearch, type RecordOf } from '@shuxiang/record'
import type { EpisodeDetails } from './details.ts'

export function search(record: RecordOf<EpisodeDetails>): KindSearch {
  const { series, duration } = record.details
  return { titles: [series], sorts: known({ duration, position: positionIn(record) }) }
}
