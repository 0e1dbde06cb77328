/** Refuses requests no page needs, before an engine spends time on them. */

import {
  DEEPEST_OFFSET,
  FURTHEST_DAY,
  LARGEST_PAGE,
  LONGEST_FILTER_VALUE,
  LONGEST_ID,
  LONGEST_QUERY,
  LONGEST_SNIPPET,
  MOST_CHAPTERS,
  MOST_CHAPTERS_TOLD,
  MOST_FACETS,
  MOST_FACET_VALUES,
  MOST_FILTERS,
  MOST_FILTER_VALUES,
  MOST_NAMED,
  MOST_RANGES,
  MOST_RECORD_SCOPES,
  MOST_MEANT,
  MOST_SCOPES,
  MOST_SUGGESTIONS,
  QueryRefused,
  type DateRange,
  type DaySpan,
  type MeantWanted,
  type QueryNode,
  type SearchDoc,
  type SearchRequest,
  type SortOrder,
  type SuggestionsWanted,
} from '../contract.ts'

const MOST_NODES = 256
const DEEPEST = 32
/** No index of one machine has so many records. */
const LAST_PLACE = 100_000_000
const LONGEST_NAME = 100

/** Throws `QueryRefused` naming the bound that was passed. */
export function checkRequest(request: SearchRequest): void {
  if (request.after) {
    within('place of after', request.after.place, LAST_PLACE)
    within('length of the id of after', request.after.id.length, LONGEST_ID)
  } else within('from', request.from, DEEPEST_OFFSET)
  within('size', request.size, LARGEST_PAGE)
  within('number of facets', request.facets.length, MOST_FACETS)
  for (const facet of request.facets)
    within(`size of facet ${short(facet.name)}`, facet.size, MOST_FACET_VALUES)
  checkFilters(request.filters, request.ranges)
  checkSort(request.sort)
  checkScopes(request.scopes)
  within('number of query nodes', countNodes(request.query, 1), MOST_NODES)
  within('number of chapters', request.chapters?.size ?? 0, MOST_CHAPTERS_TOLD)
  within('length of a snippet', request.chapters?.snippet ?? 0, LONGEST_SNIPPET)
}

function checkFilters(filters: SearchRequest['filters'], ranges: SearchRequest['ranges']): void {
  within('number of filters', filters.length, MOST_FILTERS)
  for (const { name, anyOf } of filters) {
    within(`values of filter ${short(name)}`, anyOf.length, MOST_FILTER_VALUES)
    for (const value of anyOf)
      within(`length of a value of filter ${short(name)}`, value.length, LONGEST_FILTER_VALUE)
  }
  within('number of ranges', ranges.length, MOST_RANGES)
  ranges.forEach(checkRange)
}

function checkRange({ name, from, to }: DateRange): void {
  if (isSpan({ from, to }, true)) return
  throw new QueryRefused(`Search request: range ${short(name)} has no first and last day in order.`)
}

/** A branch that forgot its scopes must not see what is not for it: nothing stands for null. */
function checkScopes(scopes: readonly string[] | null): void {
  if (scopes === null) return
  if (!isList(scopes)) throw new QueryRefused('Search request: scopes is neither a list of texts nor null.')
  within('number of scopes', scopes.length, MOST_SCOPES)
}

function checkSort(sort: SortOrder): void {
  if (typeof sort === 'string') return
  within('length of the name to sort by', sort.by.length, LONGEST_NAME)
}

function countNodes(node: QueryNode, depth: number): number {
  within('depth of the query', depth, DEEPEST)
  switch (node.type) {
    case 'all':
      return 1
    case 'not':
      return 1 + countNodes(node.node, depth + 1)
    case 'and':
    case 'or':
      within('number of query nodes', node.nodes.length, MOST_NODES)
      return node.nodes.reduce((sum, child) => sum + countNodes(child, depth + 1), 1)
    case 'term':
    case 'phrase':
    case 'prefix':
      within('length of a query text', node.text.length, LONGEST_QUERY)
      return 1
  }
}

function within(what: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new QueryRefused(`Search request: ${what} is ${value}; send a whole number from 0 to ${most}.`)
  }
}

function short(name: string): string {
  return JSON.stringify(name.slice(0, 40))
}

/** Throws `QueryRefused` for a number of suggestions nobody reads. */
export function checkSuggestions({ limit, scopes }: SuggestionsWanted): void {
  within('number of suggestions', limit, MOST_SUGGESTIONS)
  checkScopes(scopes)
}

/** Throws `QueryRefused` for more meant texts than anybody chooses from, and for what a search refuses too. */
export function checkMeant({ limit, scopes, filters, ranges }: MeantWanted): void {
  within('number of meant texts', limit, MOST_MEANT)
  checkScopes(scopes)
  checkFilters(filters, ranges)
}

/**
 * Throws `QueryRefused` for a record that cannot be stored: an empty id, a revision or day that is no whole
 * number, a text that is none. Records come from a store, where a field may be missing whatever the types say;
 * one such record must be named and passed over instead of stopping the feed.
 */
export function checkDoc(doc: SearchDoc): void {
  const refuse = (what: string): never => {
    throw new QueryRefused(`Record ${short(String(doc.id))} cannot be indexed: ${what}.`)
  }
  if (!isText(doc.id) || doc.id === '' || doc.id.length > LONGEST_ID) {
    refuse(`its id is not a text of 1 to ${LONGEST_ID} characters`)
  }
  if (!Number.isSafeInteger(doc.rev)) refuse(`revision ${doc.rev} is not a whole number`)
  if (!isList(doc.scopes) || doc.scopes.length > MOST_RECORD_SCOPES || !doc.scopes.every(isScope)) {
    refuse(`scopes is not a list of up to ${MOST_RECORD_SCOPES} ids`)
  }
  if (doc.date !== null && !isSpan(doc.date, false)) refuse('its date has no first and last day in order')
  const [dates, sorts] = [Object.entries(doc.dates), Object.entries(doc.sorts)]
  if (Math.max(dates.length, sorts.length) > MOST_NAMED)
    refuse(`more than ${MOST_NAMED} dates or numbers have names`)
  for (const [name] of [...dates, ...sorts])
    if (name.length > LONGEST_NAME) refuse(`${short(name)} is too long a name`)
  for (const [name, span] of dates) {
    if (!isSpan(span, false)) refuse(`its date ${short(name)} has no first and last day in order`)
  }
  for (const [name, value] of sorts)
    if (!Number.isFinite(value)) refuse(`${short(name)} is not a number to sort by`)
  if (typeof doc.prior !== 'number') refuse('prior is not a number')
  if (!isText(doc.body)) refuse('body is not a text')
  for (const field of ['title', 'creator', 'subject', 'identifiers'] as const) {
    if (!isList(doc[field])) refuse(`${field} is not a list of texts`)
  }
  if (doc.otherNames !== undefined && !isList(doc.otherNames)) refuse('otherNames is not a list of texts')
  const chapters = doc.chapters ?? []
  if (!Array.isArray(chapters) || chapters.length > MOST_CHAPTERS)
    refuse(`chapters is not a list of up to ${MOST_CHAPTERS}`)
  for (const chapter of chapters) {
    const numbered = Number.isInteger(chapter.n) && chapter.n >= 1 && chapter.n <= MOST_CHAPTERS
    if (!numbered || !isText(chapter.title) || !isText(chapter.text)) {
      refuse(`a chapter is not a number from 1 to ${MOST_CHAPTERS} with a title and a text`)
    }
  }
  if (new Set(chapters.map(({ n }) => n)).size < chapters.length) refuse('two chapters have one number')
  for (const [name, terms] of Object.entries(doc.facets)) {
    const sound = Array.isArray(terms) && terms.every((term) => isText(term.value) && isText(term.label))
    if (!sound) refuse(`facet ${short(name)} is not a list of values with labels`)
  }
}

/** One end may be open, both where nothing is asked for. */
function isSpan(span: DaySpan | undefined, empty: boolean): boolean {
  if (span?.from === undefined || span.to === undefined) return false
  const { from, to } = span
  if (![from, to].every((day) => day === null || (Number.isInteger(day) && Math.abs(day) <= FURTHEST_DAY)))
    return false
  return from === null || to === null ? empty || from !== to : from <= to
}

function isScope(scope: string): boolean {
  return scope !== '' && scope.length <= LONGEST_ID
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
