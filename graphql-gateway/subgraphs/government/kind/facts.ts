// What the page of a government document tells of its details.
import { codeWords, fact, type Fact } from '@shuxiang/record'
import { statuses, words } from '@shuxiang/vocabulary'
import type { GovernmentDetails } from './details.ts'

export function facts({ details }: { readonly details: GovernmentDetails }): Fact[] {
  const { documentNumber, indexNumber, categories, status } = details
  return [
    ...fact(words('发文字号', 'Document number'), documentNumber),
    ...fact(words('索引号', 'Index number'), indexNumber),
    ...fact(words('主题分类', 'Category'), categories.length === 0 ? undefined : categories.join(' › ')),
    ...fact(words('效力', 'Status'), status && codeWords(statuses, status)),
  ]
}
