// Parents of the fields of `Facet` and `FacetValue`: what names things is known to the page.
import type { FacetAnswer, FacetCount } from '@shuxiang/search/contract'
import type { SearchPage } from '../search-page.ts'

export interface FacetNode extends Omit<FacetAnswer, 'values'> {
  readonly page: SearchPage
  readonly values: readonly FacetValueNode[]
}

export interface FacetValueNode extends FacetCount {
  readonly facet: string
  readonly page: SearchPage
}
