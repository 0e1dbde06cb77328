// What is searched of a periodical beside the kernel.
import type { KindSearch, RecordOf } from '@shuxiang/record'
import { frequencies, nameOf } from '@shuxiang/vocabulary'
import { mainClass } from '../classification.ts'
import type { PeriodicalDetails } from './details.ts'

export function search({ details: { frequency, classification } }: RecordOf<PeriodicalDetails>): KindSearch {
  return {
    facets: { classification: mainClass(classification) },
    subjects: frequency ? [nameOf(frequencies, frequency, 'zh-CN')] : [],
  }
}
