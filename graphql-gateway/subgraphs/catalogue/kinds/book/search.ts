// What is searched of a book beside the kernel.
import type { KindSearch, RecordOf } from '@shuxiang/record'
import { mainClass } from '../classification.ts'
import type { BookDetails } from './details.ts'

export function search({ details }: RecordOf<BookDetails>): KindSearch {
  return {
    titles: details.series ? [details.series.title] : [],
    facets: { classification: mainClass(details.classification) },
    ...(details.pages === undefined ? {} : { sorts: { pages: details.pages } }),
  }
}
