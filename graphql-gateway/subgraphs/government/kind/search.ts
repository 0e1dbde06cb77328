// What is searched of a government document beside the kernel.
import type { FacetValue, KindSearch, RecordOf } from '@shuxiang/record'
import { nameOf, statuses, words, type FacetEntry } from '@shuxiang/vocabulary'
import type { GovernmentDetails } from './details.ts'

export const categoryFacet: FacetEntry = {
  id: 'category',
  words: words('主题分类', 'Category'),
  values: 'data',
}
export const genreFacet: FacetEntry = { id: 'genre', words: words('体裁', 'Genre'), values: 'data' }

export function search({ details, form }: RecordOf<GovernmentDetails>): KindSearch {
  const { documentNumber, indexNumber, categories, status } = details
  return {
    identifiers: [documentNumber, indexNumber].filter((number) => number !== undefined),
    facets: {
      category: categories.map(asValue),
      genre: form === null ? [] : [asValue(form)],
      status: status === undefined ? [] : [{ value: status, label: nameOf(statuses, status, 'zh-CN') }],
    },
  }
}

function asValue(text: string): FacetValue {
  return { value: text, label: text }
}
