// Facets by which results are narrowed, in the order in which they are shown.
import { words, type Entry } from './words.ts'

/** A facet of the index. Kinds fill it; one that comes with a subgraph brings its own entry. */
export interface FacetEntry extends Entry {
  /** Where the name of a value comes from: a table of this vocabulary, or the data itself. */
  readonly values:
    | 'kinds'
    | 'languages'
    | 'statuses'
    | 'accessPolicies'
    | 'periods'
    | 'forms'
    | 'collections'
    | 'subjects'
    | 'lengths'
    | 'data'
}

export const facets = [
  { id: 'kind', words: words('类型', 'Kind'), values: 'kinds' },
  { id: 'period', words: words('朝代', 'Period'), values: 'periods' },
  { id: 'author', words: words('作者', 'Author'), values: 'data' },
  { id: 'form', words: words('体裁', 'Form'), values: 'forms' },
  { id: 'tune', words: words('词牌', 'Tune'), values: 'data' },
  { id: 'length', words: words('篇幅', 'Length'), values: 'lengths' },
  { id: 'issuer', words: words('发布机关', 'Issuing body'), values: 'data' },
  { id: 'status', words: words('效力', 'Status'), values: 'statuses' },
  { id: 'collection', words: words('文献集', 'Collection'), values: 'collections' },
  { id: 'subject', words: words('主题', 'Subject'), values: 'subjects' },
  { id: 'place', words: words('地区', 'Place'), values: 'data' },
  { id: 'library', words: words('馆藏', 'Holding library'), values: 'data' },
  { id: 'access', words: words('阅读方式', 'Access'), values: 'accessPolicies' },
  { id: 'language', words: words('语种', 'Language'), values: 'languages' },
] as const satisfies readonly FacetEntry[]

export type FacetId = (typeof facets)[number]['id']
