/** Refuses requests no page needs, before an engine spends time on them. */

import {
  QueryRefused,
  type QueryNode,
  type SearchDoc,
  type SearchRequest,
  type YearSpan,
} from '../contract.ts'

const MOST_NODES = 256
const DEEPEST = 32
const LONGEST_TEXT = 10_000
const FURTHEST = 10_000
/** No index of one machine has so many records. */
const LAST_PLACE = 100_000_000
const LARGEST_PAGE = 100
const MOST_FACETS = 16
const MOST_FACET_VALUES = 1_000
const MOST_FILTERS = 32
const MOST_FILTER_VALUES = 500
const MOST_PARTS_TOLD = 20
const LONGEST_SNIPPET = 1_000

/** Throws `QueryRefused` naming the bound that was passed. */
export function checkRequest(request: SearchRequest): void {
  if (request.after) {
    within('place of after', request.after.place, LAST_PLACE)
    within('length of the id of after', request.after.id.length, LONGEST_ID)
  } else within('from', request.from, FURTHEST)
  within('size', request.size, LARGEST_PAGE)
  within('number of facets', request.facets.length, MOST_FACETS)
  for (const facet of request.facets)
    within(`size of facet ${short(facet.name)}`, facet.size, MOST_FACET_VALUES)
  within('number of filters', request.filters.length, MOST_FILTERS)
  for (const filter of request.filters) {
    within(`values of filter ${short(filter.name)}`, filter.anyOf.length, MOST_FILTER_VALUES)
  }
  within('number of query nodes', countNodes(request.query, 1), MOST_NODES)
  within('number of chapters', request.parts?.size ?? 0, MOST_PARTS_TOLD)
  within('length of a snippet', request.parts?.snippet ?? 0, LONGEST_SNIPPET)
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
      within('length of a query text', node.text.length, LONGEST_TEXT)
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

const MOST_SUGGESTIONS = 50
const LONGEST_ID = 512
const FURTHEST_YEAR = 1_000_000
/** Chapters of a work; their numbers stand beside the record's in one number of the index. */
export const MOST_PARTS = 2_000

/** Throws `QueryRefused` for a number of suggestions nobody reads. */
export function checkLimit(limit: number): void {
  within('number of suggestions', limit, MOST_SUGGESTIONS)
}

/**
 * Throws `QueryRefused` for a record that cannot be stored: an empty id, a revision or year that is no whole
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
  if (doc.year !== null && (!Number.isInteger(doc.year) || Math.abs(doc.year) > FURTHEST_YEAR)) {
    refuse(`year ${doc.year} is not a whole number of years`)
  }
  if (doc.years !== null && !isSpan(doc.years)) refuse('its period has no first and last year in order')
  if (typeof doc.prior !== 'number') refuse('prior is not a number')
  if (!isText(doc.body)) refuse('body is not a text')
  for (const field of ['title', 'creator', 'subject', 'identifiers'] as const) {
    if (!Array.isArray(doc[field]) || !doc[field].every(isText)) refuse(`${field} is not a list of texts`)
  }
  const parts = doc.parts ?? []
  if (!Array.isArray(parts) || parts.length > MOST_PARTS) refuse(`parts is not a list of up to ${MOST_PARTS}`)
  for (const part of parts) {
    const numbered = Number.isInteger(part.n) && part.n >= 1 && part.n <= MOST_PARTS
    if (!numbered || !isText(part.title) || !isText(part.text)) {
      refuse(`a part is not a number from 1 to ${MOST_PARTS} with a title and a text`)
    }
  }
  if (new Set(parts.map(({ n }) => n)).size < parts.length) refuse('two parts have one number')
  for (const [name, terms] of Object.entries(doc.facets)) {
    const sound = Array.isArray(terms) && terms.every((term) => isText(term.value) && isText(term.label))
    if (!sound) refuse(`facet ${short(name)} is not a list of values with labels`)
  }
}

function isSpan(span: YearSpan | undefined): boolean {
  if (span === undefined) return false
  const { from, to } = span
  return [from, to].every((year) => Number.isInteger(year) && Math.abs(year) <= FURTHEST_YEAR) && from <= to
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
