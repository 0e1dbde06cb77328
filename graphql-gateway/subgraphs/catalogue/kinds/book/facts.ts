// What the page of a book tells of its details.
import { countWords, fact, type Fact } from '@shuxiang/record'
import { words, type Words } from '@shuxiang/vocabulary'
import type { BookDetails } from './details.ts'

export function facts({ details }: { readonly details: BookDetails }): Fact[] {
  const { place, edition, extent, pages, series, classification } = details
  return [
    ...fact(words('版本', 'Edition'), edition),
    ...fact(words('出版地', 'Place of publication'), place),
    ...fact(words('载体', 'Extent'), extent),
    // A work whose extent is told in words has its pages there.
    ...fact(
      words('页数', 'Pages'),
      extent !== undefined || pages === undefined ? undefined : countWords(pages),
    ),
    ...fact(words('丛书', 'Series'), series && seriesWords(series)),
    ...fact(words('中图分类号', 'CLC class mark'), classification),
  ]
}

function seriesWords({ title, number }: NonNullable<BookDetails['series']>): Words {
  return number === undefined ? words(title, title) : words(`${title}（${number}）`, `${title} (${number})`)
}
