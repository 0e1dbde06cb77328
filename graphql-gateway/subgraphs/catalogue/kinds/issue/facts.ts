// What the page of an issue tells of its details.
import { countWords, fact, type Fact } from '@shuxiang/record'
import { words } from '@shuxiang/vocabulary'
import type { IssueDetails } from './details.ts'

export function facts({ details }: { readonly details: IssueDetails }): Fact[] {
  const { periodical, volume, number, year, pages } = details
  return [
    ...fact(words('刊名', 'Periodical'), periodical),
    ...fact(words('卷', 'Volume'), volume),
    ...fact(words('期', 'Number'), number),
    ...fact(words('年份', 'Year'), year === undefined ? undefined : String(year)),
    ...fact(words('页数', 'Pages'), pages === undefined ? undefined : countWords(pages)),
  ]
}
