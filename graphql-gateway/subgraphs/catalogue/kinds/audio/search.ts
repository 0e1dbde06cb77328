// What is searched of an audiobook beside the kernel.
import { known, type KindSearch, type RecordOf } from '@shuxiang/record'
import type { AudioDetails } from './details.ts'

export function search({ details: { duration } }: RecordOf<AudioDetails>): KindSearch {
  return { sorts: known({ duration }) }
}
