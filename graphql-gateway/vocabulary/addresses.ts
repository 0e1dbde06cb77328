// Addresses of records, chapters, searches, persons, topics and libraries: the same on the portal and on every branch site.
import { facets } from './facets.ts'

/** Results of a search begin here; without parameters it is the search for everything. */
const searchPath = '/search'
/** Pages of records begin with this; their id follows. */
export const recordPath = '/item/'

export interface RecordView {
  /** Number of the chapter that is open, from 1; null and absent show the contents. */
  readonly part?: number | null
  /** Verse set in columns from the right or in lines; absent when the address does not say. */
  readonly layout?: 'vertical' | 'horizontal'
  /** Chinese text as its source has it, in simplified or in traditional characters; absent when the address does not say. */
  readonly script?: 'source' | 'hans' | 'hant'
  /** Pinyin above the characters; absent when the address does not say. */
  readonly pinyin?: 'on' | 'off'
  /** Id of the text that is read, of a work handed down in several; absent for the record's own. */
  readonly text?: string | null
  /** How many of what it consists of stand on the pages before; 0 is left out. */
  readonly members?: number
}

/** The page of a record. */
export function recordAddress(
  id: string,
  { part, layout, script, pinyin, text, members }: RecordView = {},
): string {
  const parameters = new URLSearchParams()
  if (part !== undefined && part !== null) parameters.set('part', String(part))
  if (layout !== undefined) parameters.set('layout', layout)
  if (script !== undefined) parameters.set('script', script)
  if (pinyin !== undefined) parameters.set('pinyin', pinyin)
  if (text) parameters.set('text', text)
  if (members) parameters.set('members', String(members))
  return withParameters(`${recordPath}${encodeURIComponent(id.toWellFormed())}`, parameters)
}

/** The form by which an error in a text is reported; without `line` one is chosen first. */
export function correctionAddress(
  id: string,
  { part, line }: { line?: string } & Pick<RecordView, 'part'> = {},
): string {
  const parameters = new URLSearchParams()
  if (part) parameters.set('part', String(part))
  if (line) parameters.set('line', line)
  const path = `${recordPath}${encodeURIComponent(id.toWellFormed())}/correct`
  return parameters.size === 0 ? path : `${path}?${parameters}`
}

/** A chapter of a work; `n` begins at 1. */
export function chapterAddress(id: string, n: number): string {
  return recordAddress(id, { part: n })
}

/** What a page of results shows. */
export interface SearchedFor {
  /** As typed in the box. */
  readonly query?: string
  /** Values wanted of each facet: any of them, of every facet named. */
  readonly filters?: Readonly<Partial<Record<string, readonly string[]>>>
  /** `relevance` is left out. */
  readonly sort?: string
  /** From 1, which is left out. */
  readonly page?: number
  /** True: the query is searched for as it stands, whatever else may be meant. */
  readonly literal?: boolean
  /** Id of a work: only what stands in it. */
  readonly within?: string
  /** How results are shown, where not as a list. */
  readonly view?: 'covers'
}

const order: readonly string[] = facets.map(({ id }) => id)

/** Names of facets in the order in which they stand in addresses: those of the vocabulary, then others. */
export function inOrder(names: readonly string[]): string[] {
  const others = names.filter((name) => !order.includes(name))
  return [...order.filter((name) => names.includes(name)), ...others.toSorted()]
}

/**
 * A page of results. Parameters stand in one order and what is usual is left out, so that equal searches have equal
 * addresses.
 */
export function searchAddress(searched: SearchedFor = {}): string {
  return withParameters(searchPath, searchParameters(searched))
}

/** The form in which a search is written field by field, filled with this one. */
export function advancedAddress({ query, filters }: SearchedFor = {}): string {
  return withParameters(
    `${searchPath}/advanced`,
    searchParameters({ query: query ?? '', filters: filters ?? {} }),
  )
}

function searchParameters({
  query,
  filters = {},
  sort,
  page,
  literal,
  within,
  view,
}: SearchedFor): URLSearchParams {
  const parameters = new URLSearchParams()
  if (query) parameters.set('q', query)
  if (within) parameters.set('within', within)
  for (const name of inOrder(Object.keys(filters))) {
    for (const value of filters[name] ?? []) parameters.append(name, value)
  }
  if (query && literal) parameters.set('literal', '1')
  if (sort && sort !== 'relevance') parameters.set('sort', sort)
  if (view) parameters.set('view', view)
  if (page && page > 1) parameters.set('page', String(page))
  return parameters
}

/** All records with one value of a facet. */
export function facetAddress(facet: string, value: string): string {
  return searchAddress({ filters: { [facet]: [value] } })
}

/** All works of a person or an organisation, to be searched and narrowed. */
export function worksAddress(agentId: string): string {
  return facetAddress('author', agentId)
}

/** Pages of persons begin with this; their id follows. */
export const personPath = '/person/'

export interface WorksView {
  /** Values of facets by which the works are narrowed, one each. */
  readonly filters?: Readonly<Partial<Record<string, string>>>
  /** `popular` is left out. */
  readonly sort?: string
  /** From 1, which is left out. */
  readonly page?: number
}

/** The page of a person, and which of the works it lists. */
export function personAddress(id: string, view: WorksView = {}): string {
  return withParameters(`${personPath}${encodeURIComponent(id.toWellFormed())}`, worksParameters(view))
}

/** All that can be browsed. */
export const browsePath = '/browse'

/** The same; of one facet, as far as it is counted. */
export function browsingAddress(facet?: string): string {
  return facet === undefined ? browsePath : `${browsePath}/${encodeURIComponent(facet.toWellFormed())}`
}

/** The page of what the records with one value of a facet have in common. */
export function browseAddress(facet: string, value: string, view: WorksView = {}): string {
  const path = `${browsingAddress(facet)}/${encodeURIComponent(value.toWellFormed())}`
  return withParameters(path, worksParameters(view))
}

function worksParameters({ filters = {}, sort, page }: WorksView): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const name of inOrder(Object.keys(filters))) {
    const value = filters[name]
    if (value) parameters.set(name, value)
  }
  if (sort && sort !== 'popular') parameters.set('sort', sort)
  if (page && page > 1) parameters.set('page', String(page))
  return parameters
}

/** The directory of libraries; `region` is a division code, `query` a name as typed. */
export function librariesAddress({
  region,
  query,
}: { readonly region?: string; readonly query?: string } = {}): string {
  const parameters = new URLSearchParams()
  if (region) parameters.set('region', region)
  if (query) parameters.set('q', query)
  return withParameters('/libraries', parameters)
}

/** The page of a library. */
export function libraryAddress(code: string): string {
  return `/library/${encodeURIComponent(code.toWellFormed())}`
}

function withParameters(path: string, parameters: URLSearchParams): string {
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}
