// What the page of a periodical tells of its details.
import { codeWords, fact, type Fact } from '@shuxiang/record'
import { frequencies, words } from '@shuxiang/vocabulary'
import type { PeriodicalDetails } from './details.ts'

export function facts({ details }: { readonly details: PeriodicalDetails }): Fact[] {
  const { frequency, place, firstIssue, lastIssue, classification } = details
  return [
    ...fact(words('刊期', 'Frequency'), frequency && codeWords(frequencies, frequency)),
    ...fact(words('出版地', 'Place of publication'), place),
    ...fact(words('创刊', 'First issue'), firstIssue),
    ...fact(words('终刊', 'Last issue'), lastIssue),
    ...fact(words('中图分类号', 'CLC class mark'), classification),
  ]
}
