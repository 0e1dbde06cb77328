// What is searched of a topic beside the kernel.
import { known, type KindSearch, type RecordOf } from '@shuxiang/record'
import type { TopicDetails } from './details.ts'

export function search({ details: { seedCount, captureCount } }: RecordOf<TopicDetails>): KindSearch {
  return { sorts: known({ seedCount, captureCount }) }
}
